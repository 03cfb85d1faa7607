// Reads {name: card} from standard input and prints {name: [complaint, …]} as the parser of Adaptive Cards sees it.
// The library touches the window when it is loaded, though its parser needs none.
globalThis.window = globalThis;
const { AdaptiveCard, SerializationContext, Versions } = require("adaptivecards/dist/adaptivecards.js");

const cards = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const complaints = {};
for (const [name, json] of Object.entries(cards)) {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(json, context);
  complaints[name] = [];
  for (let index = 0; index < context.eventCount; index++) {
    complaints[name].push(context.getEventAt(index).message);
  }
  for (const failure of card.validateProperties().validationEvents) {
    complaints[name].push(failure.message);
  }
}
process.stdout.write(JSON.stringify(complaints));
