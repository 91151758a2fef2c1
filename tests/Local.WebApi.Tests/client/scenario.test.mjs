// Drives the Web API the way applications do: with the client library dynamics-web-api, used as its documentation says.
// The address, the tokens and the ids it needs come in the environment variable KAM_WEB_API, as JSON.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DynamicsWebApi } from "dynamics-web-api";

const server = JSON.parse(process.env.KAM_WEB_API);
const connect = (token, more = {}) =>
  new DynamicsWebApi({ serverUrl: server.url, dataApi: { version: "9.2" }, onTokenRefresh: async () => token, ...more });
const client = connect(server.token);
const annotated = { includeAnnotations: "*" };

const refusal = async (request) => {
  try {
    await request();
  } catch (error) {
    return error;
  }
  assert.fail("it was not refused");
};

test("create answers with the id, or with the row", async () => {
  const id = await client.create({ collection: "contacts", data: { firstname: "Anna", lastname: "Meier" } });
  assert.match(id, /^[0-9a-f-]{36}$/);
  const row = await client.create({ collection: "contacts", data: { lastname: "Huber" }, returnRepresentation: true, select: ["lastname", "fullname"] });
  assert.equal(row.lastname, "Huber");
  assert.equal(row.fullname, "Huber");
  assert.equal(row.jobtitle, undefined);
});

test("retrieve gives columns, annotations and expanded rows", async () => {
  const contact = await client.create({ collection: "contacts", data: { firstname: "Anna", lastname: "Meier" } });
  const account = await client.create({
    collection: "accounts",
    data: { name: "Muster AG", industrycode: 1, creditlimit: 1000, "primarycontactid@odata.bind": `contacts(${contact})` },
  });
  const row = await client.retrieve({
    collection: "accounts",
    key: account,
    select: ["name", "industrycode", "_primarycontactid_value"],
    expand: [{ property: "primarycontactid", select: ["fullname"] }],
    ...annotated,
  });
  assert.equal(row.name, "Muster AG");
  assert.equal(row["industrycode@OData.Community.Display.V1.FormattedValue"], "Accounting");
  assert.equal(row._primarycontactid_value, contact);
  assert.equal(row["_primarycontactid_value@OData.Community.Display.V1.FormattedValue"], "Anna Meier");
  assert.equal(row["_primarycontactid_value@Microsoft.Dynamics.CRM.lookuplogicalname"], "contact");
  assert.equal(row["_primarycontactid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"], "primarycontactid");
  assert.equal(row.primarycontactid.fullname, "Anna Meier");
});

test("update, a single property, and optimistic concurrency by ETag", async () => {
  const id = await client.create({ collection: "accounts", data: { name: "Before" } });
  const before = await client.retrieve({ collection: "accounts", key: id, select: ["name"] });
  await client.update({ collection: "accounts", key: id, data: { name: "After" } });
  await client.updateSingleProperty({ collection: "accounts", key: id, fieldValuePair: { telephone1: "044" } });
  const row = await client.retrieve({ collection: "accounts", key: id, select: ["name", "telephone1"] });
  assert.deepEqual([row.name, row.telephone1], ["After", "044"]);

  const stale = await client.update({ collection: "accounts", key: id, data: { name: "Late" }, ifmatch: before["@odata.etag"] });
  assert.equal(stale, false, "the client reports 412 of a conditional update as false");
  assert.equal(await client.retrieve({ collection: "accounts", key: id, select: ["name"], ifnonematch: row["@odata.etag"] }), undefined);
});

test("upsert creates, updates, and keeps to either when told to", async () => {
  const key = "5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001";
  await client.upsert({ collection: "accounts", key, data: { name: "First" } });
  const second = await client.upsert({ collection: "accounts", key, data: { name: "Second" }, returnRepresentation: true, select: ["name"] });
  assert.equal(second.name, "Second");
  assert.equal(await client.upsert({ collection: "accounts", key, data: { name: "Third" }, ifnonematch: "*" }), null);
  assert.equal(await client.upsert({ collection: "accounts", key: "5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0002", data: { name: "None" }, ifmatch: "*" }), null);
  assert.equal((await client.retrieve({ collection: "accounts", key, select: ["name"] })).name, "Second");
});

test("a deep insert creates a tree of rows", async () => {
  const account = await client.create({
    collection: "accounts",
    data: {
      name: "Tree",
      primarycontactid: { lastname: "Root" },
      contact_customer_accounts: [{ lastname: "Leaf 1" }, { lastname: "Leaf 2" }],
    },
    returnRepresentation: true,
    expand: [{ property: "contact_customer_accounts", select: ["lastname"] }, { property: "primarycontactid", select: ["lastname"] }],
  });
  assert.equal(account.primarycontactid.lastname, "Root");
  assert.deepEqual(account.contact_customer_accounts.map((c) => c.lastname).sort(), ["Leaf 1", "Leaf 2"]);
});

test("queries filter, order, count and page", async () => {
  for (let i = 1; i <= 7; i++) await client.create({ collection: "accounts", data: { name: `Page ${i}`, revenue: i * 1000 } });
  const found = await client.retrieveMultiple({
    collection: "accounts",
    select: ["name", "revenue"],
    filter: "startswith(name,'Page ') and revenue gt 2000",
    orderBy: ["revenue desc"],
    count: true,
    maxPageSize: 2,
  });
  assert.equal(found.oDataCount, 5);
  assert.deepEqual(found.value.map((r) => r.name), ["Page 7", "Page 6"]);
  const next = await client.retrieveMultiple({ collection: "accounts", maxPageSize: 2 }, found.oDataNextLink);
  assert.deepEqual(next.value.map((r) => r.name), ["Page 5", "Page 4"]);
  const all = await client.retrieveAll({ collection: "accounts", select: ["name"], filter: "startswith(name,'Page ')", maxPageSize: 3 });
  assert.equal(all.value.length, 7);
  assert.equal(await client.count({ collection: "accounts", filter: "startswith(name,'Page ')" }), 7);
});

test("FetchXML reads pages and aggregates", async () => {
  for (let i = 1; i <= 5; i++) await client.create({ collection: "contacts", data: { lastname: `Fetch ${i}`, numberofchildren: i } });
  const where = '<filter><condition attribute="lastname" operator="like" value="Fetch %"/></filter>';
  const page = await client.fetch({
    collection: "contacts",
    fetchXml: `<fetch count="2"><entity name="contact"><attribute name="lastname"/><order attribute="lastname"/>${where}</entity></fetch>`,
    ...annotated,
  });
  assert.deepEqual(page.value.map((c) => c.lastname), ["Fetch 1", "Fetch 2"]);
  assert.equal(page.PagingInfo.nextPage, 2);
  const second = await client.fetch({
    collection: "contacts",
    fetchXml: `<fetch count="2"><entity name="contact"><attribute name="lastname"/><order attribute="lastname"/>${where}</entity></fetch>`,
    pageNumber: page.PagingInfo.nextPage,
    pagingCookie: page.PagingInfo.cookie,
    ...annotated,
  });
  assert.deepEqual(second.value.map((c) => c.lastname), ["Fetch 3", "Fetch 4"]);
  const sum = await client.fetch({
    collection: "contacts",
    fetchXml: `<fetch aggregate="true"><entity name="contact"><attribute name="numberofchildren" aggregate="sum" alias="children"/>${where}</entity></fetch>`,
  });
  assert.equal(sum.value[0].children, 15);
});

test("associate and disassociate, one to many and many to many", async () => {
  const account = await client.create({ collection: "accounts", data: { name: "Links" } });
  const contact = await client.create({ collection: "contacts", data: { lastname: "Linked" } });
  await client.associate({ collection: "accounts", primaryKey: account, relationshipName: "contact_customer_accounts", relatedCollection: "contacts", relatedKey: contact });
  const parent = async () => (await client.retrieve({ collection: "contacts", key: contact, select: ["_parentcustomerid_value"] }))._parentcustomerid_value;
  assert.equal(await parent(), account);
  await client.disassociate({ collection: "accounts", primaryKey: account, relationshipName: "contact_customer_accounts", relatedKey: contact });
  assert.equal(await parent(), null);

  await client.associateSingleValued({ collection: "accounts", primaryKey: account, navigationProperty: "primarycontactid", relatedCollection: "contacts", relatedKey: contact });
  assert.equal((await client.retrieve({ collection: "accounts", key: account, navigationProperty: "primarycontactid", select: ["lastname"] })).lastname, "Linked");
  await client.disassociateSingleValued({ collection: "accounts", primaryKey: account, navigationProperty: "primarycontactid" });
  assert.equal((await client.retrieve({ collection: "accounts", key: account, select: ["_primarycontactid_value"] }))._primarycontactid_value, null);

  const team = await client.create({ collection: "teams", data: { name: "Team", teamtype: 0, "businessunitid@odata.bind": `businessunits(${server.businessUnit})` } });
  await client.associate({ collection: "teams", primaryKey: team, relationshipName: "teammembership_association", relatedCollection: "systemusers", relatedKey: server.user });
  const read = () => client.retrieve({ collection: "teams", key: team, select: ["name"], expand: [{ property: "teammembership_association", select: ["systemuserid"] }] });
  assert.deepEqual((await read()).teammembership_association.map((u) => u.systemuserid), [server.user]);
});

test("a batch answers each of its requests", async () => {
  client.startBatch();
  client.create({ collection: "contacts", data: { lastname: "Batched" }, inChangeSet: false });
  client.retrieveMultiple({ collection: "contacts", select: ["lastname"], filter: "lastname eq 'Batched'" });
  client.callFunction("WhoAmI");
  const [id, found, who] = await client.executeBatch();
  assert.match(id, /^[0-9a-f-]{36}$/);
  assert.equal(found.value.length, 1);
  assert.equal(who.UserId, server.administrator);
});

test("a change set names its own rows by content id, and is all or nothing", async () => {
  client.startBatch();
  client.create({ collection: "contacts", data: { lastname: "Set" }, contentId: "1" });
  client.create({ collection: "accounts", data: { name: "Set", "primarycontactid@odata.bind": "$1" }, contentId: "2" });
  client.update({ collection: "$2", key: "", data: { telephone1: "1" } });
  const [contact, account] = await client.executeBatch();
  const row = await client.retrieve({ collection: "accounts", key: account, select: ["_primarycontactid_value", "telephone1"] });
  assert.deepEqual([row._primarycontactid_value, row.telephone1], [contact, "1"]);

  client.startBatch();
  client.create({ collection: "contacts", data: { lastname: "Undone" } });
  client.create({ collection: "contacts", data: { lastname: "x".repeat(200) } });
  const error = await refusal(() => client.executeBatch());
  assert.match(error[0].error.message, /length of the 'lastname'/);
  assert.equal(await client.count({ collection: "contacts", filter: "lastname eq 'Undone'" }), 0);
});

test("continue-on-error goes on after a failure", async () => {
  client.startBatch();
  client.deleteRecord({ collection: "contacts", key: "5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0009", inChangeSet: false });
  client.create({ collection: "contacts", data: { lastname: "Goes on" }, inChangeSet: false });
  await client.executeBatch({ continueOnError: true }).catch((errors) => errors);
  assert.equal(await client.count({ collection: "contacts", filter: "lastname eq 'Goes on'" }), 1);
});

test("functions and actions, bound and unbound, with every type of parameter", async () => {
  assert.equal((await client.callFunction("WhoAmI")).UserId, server.administrator);
  assert.match((await client.callFunction({ name: "RetrieveVersion" })).Version, /^9\.2\./);

  const sent = { test_Text: "Grüezi", test_Count: 3, test_Share: 12.5, test_Yes: true, test_Names: ["a", "b"], test_Id: server.administrator, test_On: "2026-03-02T08:00:00Z" };
  const echo = await client.callAction({ actionName: "test_Echo", action: sent });
  // The client makes a Date of what looks like one.
  for (const [name, value] of Object.entries({ ...sent, test_On: new Date(sent.test_On) })) assert.deepEqual(echo[name], value, name);

  const account = await client.create({ collection: "accounts", data: { name: "Bound" } });
  const bound = await client.callAction({ actionName: "Microsoft.Dynamics.CRM.test_NameOf", collection: "accounts", key: account });
  assert.equal(bound.test_Name, "Bound");

  const product = await client.callFunction({ name: "test_Product", parameters: { test_Factor: 6, test_Other: 7 } });
  assert.equal(product.test_Product, 42);
});

test("impersonation needs the privilege", async () => {
  assert.equal((await client.callFunction({ name: "WhoAmI", impersonate: server.user })).UserId, server.user);
  const plain = connect(server.userToken);
  assert.equal((await plain.callFunction("WhoAmI")).UserId, server.user);
  const error = await refusal(() => plain.callFunction({ name: "WhoAmI", impersonate: server.administrator }));
  assert.equal(error.status, 403);
  assert.equal(error.code, "0x8004a110");
});

test("metadata can be read", async () => {
  const csdl = await client.retrieveCsdlMetadata();
  assert.match(csdl, /<EntityType Name="account"/);
  assert.match(csdl, /<Action Name="test_Echo"/);

  const tables = await client.retrieveEntities({ select: ["LogicalName", "EntitySetName"], filter: "LogicalName eq 'account'" });
  assert.deepEqual(tables.value.map((t) => t.EntitySetName), ["accounts"]);
  const key = "LogicalName='account'";
  const choices = await client.retrieveAttributes({
    entityKey: key,
    castType: "Microsoft.Dynamics.CRM.PicklistAttributeMetadata",
    select: ["LogicalName"],
    filter: "LogicalName eq 'industrycode'",
    expand: [{ property: "OptionSet", select: ["Options"] }],
  });
  assert.equal(choices.value[0].OptionSet.Options[0].Label.UserLocalizedLabel.Label, "Accounting");
  assert.equal((await client.retrieveAttribute({ entityKey: key, attributeKey: "LogicalName='name'", select: ["MaxLength"], castType: "Microsoft.Dynamics.CRM.StringAttributeMetadata" })).MaxLength, 160);
  // By the names of tables instead of sets: the client asks for the definitions first.
  assert.equal((await connect(server.token, { useEntityNames: true }).retrieveMultiple({ collection: "account", select: ["name"], top: 1 })).value.length, 1);
});

test("errors carry status, code and message", async () => {
  const missing = await refusal(() => client.retrieve({ collection: "accounts", key: "5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0009" }));
  assert.deepEqual([missing.status, missing.code], [404, "0x80040217"]);
  const unknown = await refusal(() => client.create({ collection: "accounts", data: { nonsense: 1 } }));
  assert.deepEqual([unknown.status, unknown.code], [400, "0x80048d19"]);
  const segment = await refusal(() => client.retrieveMultiple({ collection: "nonsenses" }));
  assert.deepEqual([segment.status, segment.code], [404, "0x8006088a"]);
  const property = await refusal(() => client.retrieveMultiple({ collection: "accounts", select: ["nonsense"] }));
  assert.deepEqual([property.status, property.code], [400, "0x80060888"]);
  assert.match(property.message, /Could not find a property named 'nonsense' on type 'Microsoft.Dynamics.CRM.account'/);
  const nobody = await refusal(() => connect("nonsense").callFunction("WhoAmI"));
  assert.equal(nobody.status, 401);
});

test("delete takes the row away", async () => {
  const id = await client.create({ collection: "contacts", data: { lastname: "Gone" } });
  await client.deleteRecord({ collection: "contacts", key: id });
  assert.equal((await refusal(() => client.retrieve({ collection: "contacts", key: id }))).status, 404);
});
