import { describe, expect, it } from "vitest";
import { columnsOf, quickFindColumns, refine, sortingOf } from "./view";
import { parseXml } from "./xml";

const view = `<fetch version="1.0" mapping="logical"><entity name="account"><attribute name="name"/><order attribute="name" descending="false"/>
  <filter type="and"><condition attribute="statecode" operator="eq" value="0"/></filter>
  <link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer" alias="c"><attribute name="fullname"/></link-entity></entity></fetch>`;

describe("refine", () => {
  it("keeps the conditions of the view beside those of the person", () => {
    const fetch = parseXml(refine(view, { filters: [{ key: "revenue", operator: "ge", values: ["1000"] }] }));

    const conditions = [...fetch.querySelectorAll("condition")].map((each) => each.getAttribute("attribute"));
    expect(conditions).toEqual(["statecode", "revenue"]);
  });

  it("replaces the order of the view, at the linked table where the column is its", () => {
    const fetch = parseXml(refine(view, { sorting: { key: "c.fullname", descending: true } }));

    const orders = [...fetch.querySelectorAll("order")];
    expect(
      orders.map((each) => [each.parentElement!.getAttribute("alias"), each.getAttribute("attribute"), each.getAttribute("descending")]),
    ).toEqual([["c", "fullname", "true"]]);
  });

  it("names the linked table of a condition by its alias", () => {
    const condition = parseXml(refine(view, { filters: [{ key: "c.fullname", operator: "like", values: ["%Mei%"] }] })).querySelector(
      'condition[entityname="c"]',
    );

    expect(condition!.getAttribute("attribute")).toBe("fullname");
  });

  it("puts each value of a list into an element of its own", () => {
    const fetch = parseXml(refine(view, { filters: [{ key: "industrycode", operator: "in", values: ["1", "2"] }] }));

    expect([...fetch.querySelectorAll("condition value")].map((each) => each.textContent)).toEqual(["1", "2"]);
  });

  it("finds what begins with the text, and takes an asterisk for anything", () => {
    const values = (text: string) =>
      parseXml(refine(view, { search: { text, columns: ["name"] } }))
        .querySelector('filter[type="or"] > condition')!
        .getAttribute("value");

    expect(values("Pil")).toBe("Pil%");
    expect(values("*AG")).toBe("%AG%");
  });

  it("asks only for rows that point to the row of the form", () => {
    const condition = parseXml(refine(view, { parent: { column: "parentaccountid", id: "{AB}" } })).querySelector(
      'condition[attribute="parentaccountid"]',
    );

    expect(condition!.getAttribute("value")).toBe("ab");
  });

  it("writes values of the person as text, whatever is in them", () => {
    const text = `"/><condition attribute="x" operator="null"/>`;
    const fetch = parseXml(refine(view, { filters: [{ key: "name", operator: "eq", values: [text] }] }));

    expect(fetch.querySelectorAll("condition")).toHaveLength(2);
    expect(fetch.querySelector('condition[attribute="name"]')!.getAttribute("value")).toBe(text);
  });
});

describe("what a view says", () => {
  it("shows the columns that are not hidden, in their order", () => {
    const layout = `<grid><row><cell name="name" width="300"/><cell name="accountid" ishidden="1"/><cell name="revenue" width="90"/></row></grid>`;

    expect(columnsOf(layout)).toEqual([
      { key: "name", width: 300 },
      { key: "revenue", width: 90 },
    ]);
  });

  it("is sorted by its first order", () => {
    expect(sortingOf(view)).toEqual({ key: "name", descending: false });
    expect(sortingOf(`<fetch><entity name="account"/></fetch>`)).toBeNull();
  });

  it("is searched in the columns of its quick find filter", () => {
    const quick = `<fetch><entity name="account"><filter isquickfindfields="1" type="or"><condition attribute="name" operator="like" value="{0}"/></filter></entity></fetch>`;

    expect(quickFindColumns(quick)).toEqual(["name"]);
  });
});
