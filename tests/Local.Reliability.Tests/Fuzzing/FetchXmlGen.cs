using System.Linq;
using System.Xml.Linq;
using CsCheck;

namespace Local.Reliability.Tests.Fuzzing;

/// <summary>FetchXML that is nearly right: its grammar with odd names, operators and values in it, and now and then a character changed.</summary>
internal static class FetchXmlGen
{
    private static readonly Gen<string> flag = Gen.OneOf("true", "false", "1", "maybe");

    private static readonly Gen<string> comparison = Gen.OneOf(
        "eq", "ne", "gt", "ge", "lt", "le", "like", "not-like", "in", "not-in", "between", "not-between", "null", "not-null", "begins-with", "ends-with", "not-end-with", "yesterday", "today",
        "on", "on-or-after", "last-x-days", "next-x-hours", "olderthan-x-months", "this-year", "in-fiscal-year", "in-fiscal-period-and-year", "eq-userid", "ne-userid", "eq-userteams", "eq-businessid", "eq-userlanguage",
        "under", "eq-or-above", "contain-values", "not-contain-values", Fuzz.Marker, "");

    private static readonly Gen<string> linkType = Gen.OneOf("inner", "outer", "any", "not any", "all", "not all", "exists", "in", "matchfirstrowusingcrossapply", Fuzz.Marker);

    private static readonly Gen<string> aggregate = Gen.OneOf("count", "countcolumn", "sum", "avg", "min", "max", Fuzz.Marker);

    private static readonly Gen<XElement> column =
        from name in Fuzz.Column
        from alias in Maybe("alias", Gen.OneOf(Fuzz.Text, Gen.OneOf("a", "b", "count")))
        from function in Maybe("aggregate", aggregate)
        from grouped in Maybe("groupby", flag)
        from part in Maybe("dategrouping", Gen.OneOf("day", "week", "month", "quarter", "year", "fiscal-period", "fiscal-year", "century"))
        select new XElement("attribute", new XAttribute("name", name), alias, function, grouped, part);

    private static readonly Gen<XElement> order =
        from name in Maybe("attribute", Fuzz.Column)
        from alias in Maybe("alias", Gen.OneOf("a", "b", "count", Fuzz.Marker))
        from reverse in Maybe("descending", flag)
        select new XElement("order", name, alias, reverse);

    private static readonly Gen<XElement> condition =
        from name in Maybe("attribute", Fuzz.Column)
        from table in Maybe("entityname", Fuzz.Table)
        from op in comparison
        from value in Maybe("value", Fuzz.Text)
        from other in Maybe("valueof", Fuzz.Column)
        from values in Fuzz.Text.Array[0, 3]
        select new XElement("condition", name, table, new XAttribute("operator", op), value, other, values.Select(v => new XElement("value", v)));

    /// <summary>A whole query.</summary>
    public static readonly Gen<string> Query =
        from top in Maybe("top", Fuzz.Text)
        from count in Maybe("count", Gen.OneOf("1", "5000", "5001", "0", "-3", "918273645", "x"))
        from page in Maybe("page", Gen.OneOf("1", "2", "918273645", "-1", "x"))
        from cookie in Maybe("paging-cookie", Gen.OneOf(Fuzz.Text, Gen.Const("<cookie page='1'><name last='" + Fuzz.Marker + "' first='x'/><accountid last='{1}' first='{2}'/></cookie>")))
        from total in Maybe("returntotalrecordcount", flag)
        from distinct in Maybe("distinct", flag)
        from aggregates in Maybe("aggregate", flag)
        from entity in Node("entity", 2)
        from attributes in Fuzz.Table.Select(t => new XAttribute("name", t))
        from change in Gen.Int[0, 11]
        from at in Gen.Int[0, 10_000]
        from character in Gen.Char[' ', '~']
        select Changed(new XElement("fetch", top, count, page, cookie, total, distinct, aggregates, With(entity, attributes)).ToString(SaveOptions.DisableFormatting), change, at, character);

    private static Gen<XElement> Filter(int depth) =>
        from type in Maybe("type", Gen.OneOf("and", "or", "xor"))
        from conditions in condition.Array[0, 3]
        from inner in depth == 0 ? Gen.Const(System.Array.Empty<XElement>()) : Filter(depth - 1).Array[0, 2]
        from link in depth == 0 ? Gen.Const(System.Array.Empty<XElement>()) : Link(0).Array[0, 1]
        select new XElement("filter", type, conditions, inner, link);

    private static Gen<XElement> Link(int depth) =>
        from table in Fuzz.Table
        from own in Fuzz.Column
        from other in Maybe("to", Fuzz.Column)
        from alias in Maybe("alias", Gen.OneOf(Gen.OneOf("a", "b", "t0"), Fuzz.Text))
        from type in Maybe("link-type", linkType)
        from node in Node("link-entity", depth)
        select With(node, new XAttribute("name", table), new XAttribute("from", own), other, alias, type);

    private static Gen<XElement> Node(string name, int depth) =>
        from columns in column.Array[0, 3]
        from orders in order.Array[0, 2]
        from filters in Filter(depth).Array[0, 2]
        from links in depth == 0 ? Gen.Const(System.Array.Empty<XElement>()) : Link(depth - 1).Array[0, 2]
        select new XElement(name, columns, orders, filters, links);

    private static Gen<XAttribute?> Maybe(string name, Gen<string> value) =>
        Gen.Frequency((2, Gen.Const((XAttribute?)null)), (1, value.Select(v => (XAttribute?)new XAttribute(name, v))));

    private static XElement With(XElement node, params object?[] attributes)
    {
        node.Add(attributes);
        return node;
    }

    private static string Changed(string text, int change, int at, char character)
    {
        at %= text.Length;
        return change switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, character.ToString()),
            2 => text[..at],
            _ => text,
        };
    }
}
