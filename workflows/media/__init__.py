"""What a picture or video shows and hides: taken in safely, stripped of what it says beside that, kept encrypted."""
