using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Local.WebApi.Queries;

/// <summary>A GET of rows as its URL says it: path and query options, parsed, nothing looked up yet.</summary>
internal sealed class QueryUrl
{
    // Deep enough for anything a person or a query builder writes; what nests deeper is refused by the parser and not by the stack.
    private const int DeepestNesting = 50;
    private const int MostWords = 4000;

    private static readonly Uri root = new("http://organization/api/data/v9.2/");
    private static readonly HashSet<string> known = new(StringComparer.Ordinal)
    {
        "$select", "$filter", "$expand", "$orderby", "$top", "$count", "$apply", "$skiptoken",
    };

    private readonly ODataUriParser parser;
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    /// <summary>Takes the URL apart.</summary>
    /// <param name="model">The model.</param>
    /// <param name="relativeUrl">Below the service root, still percent-encoded.</param>
    public QueryUrl(IEdmModel model, string relativeUrl)
    {
        var question = relativeUrl.IndexOf('?', StringComparison.Ordinal);
        PathText = Uri.UnescapeDataString(question < 0 ? relativeUrl : relativeUrl[..question]).TrimStart('/');
        QueryString = question < 0 ? "" : relativeUrl[(question + 1)..];
        foreach (var pair in QueryString.Split('&', StringSplitOptions.RemoveEmptyEntries)) AddOption(pair);
        if (!Uri.TryCreate(root.AbsoluteUri + relativeUrl.TrimStart('/'), UriKind.Absolute, out var url)) throw QueryErrors.Invalid("Bad Request - Error in query syntax.");
        parser = new ODataUriParser(model, root, url) { UrlKeyDelimiter = ODataUrlKeyDelimiter.Parentheses, Resolver = new QueryResolver(model) };
        parser.Settings.MaximumExpansionCount = ExpandLimits.Most;
        parser.Settings.MaximumExpansionDepth = ExpandLimits.Most;
        Constants = new QueryConstants(parser);
    }

    /// <summary>Before the question mark, decoded.</summary>
    public string PathText { get; }

    /// <summary>Behind the question mark, still percent-encoded.</summary>
    public string QueryString { get; }

    public QueryConstants Constants { get; }

    /// <summary>The value of an option that is not OData's own: fetchXml, savedQuery, userQuery; or of $skiptoken.</summary>
    public string? Option(string name) => options.GetValueOrDefault(name);

    public bool Has(string name) => options.ContainsKey(name);

    public ODataPath Path() => Parsed(parser.ParsePath);

    public SelectExpandClause? SelectAndExpand() => Parsed(parser.ParseSelectAndExpand);

    public FilterClause? Filter() => Parsed(parser.ParseFilter);

    public OrderByClause? OrderBy() => Parsed(parser.ParseOrderBy);

    public Microsoft.OData.UriParser.Aggregation.ApplyClause? Apply() => Parsed(parser.ParseApply);

    public bool Count() => Parsed(parser.ParseCount) == true;

    /// <summary>$top; null where there is none.</summary>
    public int? Top() => Parsed(parser.ParseTop) is { } top ? (int)Math.Min(top, int.MaxValue) : null;

    /// <summary>The options but $skiptoken, as they were given: what a link to the next page repeats.</summary>
    public string Repeated() => string.Join('&', QueryString.Split('&').Where(o => o.Length > 0 && !o.StartsWith("$skiptoken=", StringComparison.Ordinal) && !o.StartsWith("%24skiptoken=", StringComparison.OrdinalIgnoreCase)));

    private static T Parsed<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (ODataException problem)
        {
            throw QueryErrors.Invalid(problem.Message);
        }
    }

    private void AddOption(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        var name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
        var value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
        if (name == "$skip") throw QueryErrors.Invalid("Skip Clause is not supported in CRM");
        if (name.StartsWith('$') && !known.Contains(name)) throw QueryErrors.Invalid($"The query option '{name}' is not supported.");
        if (!options.TryAdd(name, value)) throw QueryErrors.Invalid($"Query option '{name}' was specified more than once, but it must be specified at most once.");
        if (name.StartsWith('@') || (name.StartsWith('$') && name != "$skiptoken")) RequireModest(value);
    }

    // The parser and what walks its tree recurse: a chain of thousands of operators is a tree as deep, and brackets nest.
    private static void RequireModest(string expression)
    {
        int words = 0, depth = 0;
        var quote = '\0';
        foreach (var character in expression)
        {
            if (quote != '\0')
            {
                if (character == quote) quote = '\0';
                continue;
            }
            if (character is '\'' or '"') quote = character;
            if (character is '(' or '[' or '{' && ++depth > DeepestNesting) throw QueryErrors.Invalid($"Recursion limit reached: the query is nested more than {DeepestNesting} levels deep.");
            if (character is ')' or ']' or '}') depth--;
            if (character is ' ' or '\t' or '/' or '-' && ++words > MostWords) throw QueryErrors.TooLong();
        }
    }
}
