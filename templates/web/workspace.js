// The browser's side of the local workspace. The server draws every card; this file moves them into place.

const page = document.body.dataset;
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const at = (path) => `${path}?as=${encodeURIComponent(page.as)}`;
const policy = window.trustedTypes?.createPolicy("gatepost", { createHTML: (html) => html });
const LIMIT = 60 * 1024 * 1024;

/** Elements of an HTML fragment that the server drew (it escaped every value). */
function elements(html) {
  const template = document.createElement("template");
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
}

function say(sentence, kind = "warning") {
  const toast = document.createElement("p");
  toast.className = `toast ${kind}`;
  toast.textContent = sentence;
  one("[data-toasts]").append(toast);
  setTimeout(() => toast.remove(), 9000);
}

// ---- Sending ----------------------------------------------------------------------------------------------------

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** POST, and again after a network failure: the event id in the body stays the same, so nothing happens twice. */
async function post(path, body) {
  const json = !(body instanceof FormData);
  const options = { method: "POST", body: json ? JSON.stringify(body) : body };
  if (json) options.headers = { "Content-Type": "application/json" };
  for (const wait of [1, 2, 4, null]) {
    try {
      return await fetch(at(path), options);
    } catch (error) {
      if (wait === null) throw error;
      await pause(wait);
    }
  }
}

const LOST = "There is no connection at the moment. Please try again: nothing will happen twice.";

/** What a refusal says: a sentence, and faults by question. */
async function refusal(response) {
  try {
    return await response.json();
  } catch {
    return { sentence: "That did not work. Please load the page again." };
  }
}

/** Run one thing at a time for this element; it stays in the tab order meanwhile. */
async function busy(element, work) {
  if (element.getAttribute("aria-disabled") === "true") return;
  element.setAttribute("aria-disabled", "true");
  try {
    await work();
  } catch {
    say(LOST);
  } finally {
    element.removeAttribute("aria-disabled");
  }
}

// ---- Buttons on cards -------------------------------------------------------------------------------------------

function press(button) {
  return busy(button, async () => {
    // Kept on the button until the server answered, so that another click after a failure is the same click.
    button.dataset.event ??= crypto.randomUUID();
    const message = Number(button.closest(".message").dataset.id);
    const { verb, value, event } = button.dataset;
    const response = await post("/press", { event, message, verb, value: JSON.parse(value) });
    delete button.dataset.event;
    if (response.status === 200) open(await response.text(), button);
    else if (!response.ok) say((await refusal(response)).sentence);
  });
}

// ---- Forms ------------------------------------------------------------------------------------------------------

const dialog = one("[data-dialog]");
let opener = null;
let dirty = false;

function open(html, button) {
  opener = { button, message: button.closest(".message")?.id };
  dirty = false;
  dialog.replaceChildren(elements(html));
  const form = one("form", dialog);
  form.dataset.event = crypto.randomUUID();
  form.addEventListener("submit", submit);
  form.addEventListener("input", (event) => (dirty ||= event.target.type !== "search"));
  one("[data-close]", dialog).addEventListener("click", () => dialog.close());
  for (const filter of all("[data-filter]", dialog)) filter.addEventListener("input", () => narrow(filter));
  dialog.showModal();
  const first = one("input:not([type=hidden]):not([type=search]), textarea, select", form) ?? one("h2", form);
  first.focus();
}

function narrow(filter) {
  const wanted = filter.value.trim().toLocaleLowerCase();
  for (const label of all("label", filter.closest("fieldset"))) {
    label.hidden = !label.textContent.toLocaleLowerCase().includes(wanted) && !one("input", label).checked;
  }
}

dialog.addEventListener("cancel", (event) => {
  if (!dirty) return;
  event.preventDefault();
  dirty = false;
  alert_in(one("form", dialog), "You have not sent this yet. Press Escape again to close it without sending.");
});

dialog.addEventListener("close", () => {
  const target = opener?.button.isConnected ? opener.button : document.getElementById(opener?.message ?? "");
  dialog.replaceChildren();
  (target ?? one("#messages")).focus();
});

function alert_in(form, sentence) {
  const place = one("[data-alert]", form);
  place.hidden = !sentence;
  place.textContent = sentence;
}

function show_faults(form, faults) {
  for (const place of all("[data-fault]", form)) {
    const fault = faults[place.dataset.fault] ?? "";
    place.textContent = fault;
    place.hidden = !fault;
    const question = place.closest(".question");
    question.classList.toggle("faulty", Boolean(fault));
    for (const field of all("input, textarea, select", question)) field.toggleAttribute("aria-invalid", Boolean(fault));
  }
  one(".faulty input, .faulty textarea, .faulty select", form)?.focus();
}

function too_large(body) {
  const size = [...body.values()].reduce((sum, value) => sum + (value instanceof File ? value.size : 0), 0);
  return size > LIMIT;
}

const TOO_LARGE = "That is more than 60 MB in one go. Please send fewer or smaller files.";

function submit(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const button = one("[type=submit]", form);
  return busy(button, async () => {
    const body = new FormData(form);
    body.set("event", form.dataset.event);
    if (too_large(body)) return alert_in(form, TOO_LARGE);
    const response = await post("/fill", body);
    if (response.ok) return dialog.close();
    const { sentence, faults = {} } = await refusal(response);
    // What was refused was not done: the next try is a new one.
    form.dataset.event = crypto.randomUUID();
    alert_in(form, sentence);
    show_faults(form, faults);
  });
}

// ---- The message box --------------------------------------------------------------------------------------------

const composer = one("[data-composer]");
const box = one("#text");
const photos = one("[data-photos]");

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, innerHeight * 0.4)}px`;
}

function put(text) {
  box.value = text;
  grow();
  box.focus();
}

function reply_to(message) {
  composer.elements.under.value = message?.dataset.id ?? "";
  one("[data-reply-title]").textContent = message?.dataset.title ?? "";
  one("[data-replying]").hidden = !message;
  box.focus();
}

function choose(files) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  photos.files = transfer.files;
  const list = one("[data-chosen]");
  for (const image of all("img", list)) URL.revokeObjectURL(image.src);
  list.replaceChildren(...[...photos.files].map(chosen));
}

function chosen(file, place) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  name.textContent = file.name;
  const remove = document.createElement("button");
  remove.type = "button";
  remove.textContent = "✕";
  remove.setAttribute("aria-label", `Remove ${file.name}`);
  remove.addEventListener("click", () => {
    choose([...photos.files].filter((_, other) => other !== place));
    box.focus();
  });
  if (file.type.startsWith("image/")) {
    const image = document.createElement("img");
    image.alt = "";
    image.src = URL.createObjectURL(file);
    item.append(image);
  }
  item.append(name, remove);
  return item;
}

function send(event) {
  event.preventDefault();
  const body = new FormData(composer);
  if (!body.get("text").trim() && !photos.files.length) return box.focus();
  if (too_large(body)) return say(TOO_LARGE);
  return busy(one("[type=submit]", composer), async () => {
    composer.dataset.event ??= crypto.randomUUID();
    body.set("event", composer.dataset.event);
    const response = await post("/say", body);
    if (!response.ok) return say((await refusal(response)).sentence);
    delete composer.dataset.event;
    if (box.value === body.get("text")) put("");
    choose([]);
    reply_to(null);
  });
}

if (composer) {
  composer.addEventListener("submit", send);
  // Another text is another message, also after a failure.
  composer.addEventListener("input", () => delete composer.dataset.event);
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    composer.requestSubmit();
  });
  photos.addEventListener("change", () => choose([...photos.files]));
  one("[data-unreply]").addEventListener("click", () => reply_to(null));
  composer.addEventListener("dragover", (event) => event.preventDefault());
  composer.addEventListener("drop", (event) => {
    event.preventDefault();
    choose([...photos.files, ...[...event.dataTransfer.files].filter((file) => /^(image|video)\//.test(file.type))]);
  });
  if (box.value) put(box.value);
}

// ---- Live updates -----------------------------------------------------------------------------------------------

const messages = one("#messages");
let last = Number(page.after);

/** Put a new or redrawn message where its number belongs; a known number is replaced, never doubled. */
function place(html) {
  const fresh = one(".message", elements(html));
  const known = document.getElementById(fresh.id);
  const follow = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 120;
  if (known) {
    const focused = known.contains(document.activeElement);
    known.replaceWith(fresh);
    fresh.classList.add("redrawn");
    if (focused) fresh.focus();
  } else {
    const next = all(".message", messages).find((other) => Number(other.dataset.id) > Number(fresh.dataset.id));
    messages.insertBefore(fresh, next ?? null);
    fresh.classList.add("new");
  }
  if (follow || fresh.classList.contains("mine")) to_the_end(fresh);
  note_seen();
}

function to_the_end(message) {
  // A card taller than the window is read from its top.
  if (message && message.offsetHeight > messages.clientHeight) {
    messages.scrollTop += message.getBoundingClientRect().top - messages.getBoundingClientRect().top - 16;
  } else messages.scrollTop = messages.scrollHeight;
}

function badge(element, count) {
  element.hidden = !count;
  element.firstChild ? (element.firstChild.data = String(count)) : element.append(String(count));
}

let elsewhere_before = null;

/** What a button brought into another of one's conversations would otherwise go unnoticed. */
function announce_elsewhere(unseen) {
  const count = Object.entries(unseen).reduce((sum, [room, news]) => sum + (room === page.in ? 0 : news), 0);
  if (elsewhere_before !== null && count > elsewhere_before) say("There is something new in another of your conversations.", "good");
  elsewhere_before = count;
}

function show_state(state) {
  announce_elsewhere(state.unseen);
  for (const element of all("[data-room]")) badge(element, state.unseen[element.dataset.room] ?? 0);
  for (const element of all("[data-person]")) badge(element, state.people[element.dataset.person] ?? 0);
  for (const school of all("details.school")) {
    const count = all("[data-person]", school).reduce((sum, each) => sum + (each.hidden ? 0 : parseInt(each.textContent)), 0);
    badge(one("[data-school]", school), count);
  }
  const elsewhere = Object.values(state.people).reduce((sum, count) => sum + count, 0);
  badge(one("[data-elsewhere]"), elsewhere);
  all("[data-step]").forEach((step, number) => step.classList.toggle("done", state.steps[number]));
  one("[data-time]").textContent = state.time;
}

let noted = 0;
function note_seen() {
  const newest = Math.max(0, ...all(".message.theirs", messages).map((message) => Number(message.dataset.id)));
  if (document.hidden || newest <= noted) return;
  noted = newest;
  post("/seen", { conversation: page.in, message: newest }).catch(() => (noted = 0));
}

const connection = one("[data-connection]");

function listen() {
  const stream = new EventSource(`${at("/events")}&in=${encodeURIComponent(page.in)}&after=${last}`);
  stream.addEventListener("open", () => (connection.textContent = ""));
  stream.addEventListener("message", (event) => {
    last = Number(event.lastEventId);
    place(JSON.parse(event.data).html);
  });
  stream.addEventListener("state", (event) => show_state(JSON.parse(event.data)));
  stream.addEventListener("error", () => {
    connection.textContent = "Connecting again …";
    // The browser tries again by itself unless the server refused.
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
  addEventListener("pagehide", () => stream.close(), { once: true });
}

// ---- Around the conversation ------------------------------------------------------------------------------------

const drawer = one("#drawer");
const menu = one("[data-menu]");

function toggle(shown) {
  document.body.classList.toggle("drawn", shown);
  menu.setAttribute("aria-expanded", String(shown));
  one("main").inert = shown;
  (shown ? one("a, button, summary", drawer) : menu).focus();
}

menu.addEventListener("click", () => toggle(true));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.classList.contains("drawn")) toggle(false);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (document.body.classList.contains("drawn") && !drawer.contains(event.target) && button !== menu) toggle(false);
  if (!button) return;
  if (button.dataset.verb) press(button);
  else if (button.dataset.reply) reply_to(button.closest(".message"));
  else if (button.dataset.put) {
    if (document.body.classList.contains("drawn")) toggle(false);
    put(button.dataset.put);
  } else if (button.dataset.skip) {
    busy(button, async () => {
      const response = await post("/skip", { to: button.dataset.skip });
      const answer = await refusal(response);
      if (response.ok) say(`It is now ${answer.time}.`, "good");
      else say(answer.sentence);
    });
  }
});

document.addEventListener("visibilitychange", note_seen);
addEventListener("pageshow", (event) => event.persisted && location.reload());
to_the_end(all(".message", messages).at(-1));
note_seen();
listen();
