"""What a picture shows and hides: taken in safely, stripped of everything but its pixels, kept encrypted."""
