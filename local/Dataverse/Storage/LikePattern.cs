using System.Collections.Generic;

namespace Local.Dataverse.Storage;

/// <summary>A LIKE pattern as SQL Server reads it: % any run, _ one character, [abc] [a-f] [^a] sets; [%] is the literal sign.</summary>
internal sealed class LikePattern
{
    private enum Kind { Literal, AnyOne, AnyRun, Set }

    private readonly record struct Token(Kind Kind, char Literal, string Set, bool Negated);

    private readonly List<Token> tokens = new();

    public LikePattern(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '%':
                    if (tokens.Count == 0 || tokens[^1].Kind != Kind.AnyRun) tokens.Add(new Token(Kind.AnyRun, default, "", false));
                    break;
                case '_':
                    tokens.Add(new Token(Kind.AnyOne, default, "", false));
                    break;
                case '[' when pattern.IndexOf(']', i + 1) is var end && end > i + 1:
                    var body = pattern[(i + 1)..end];
                    var negated = body.Length > 1 && body[0] == '^';
                    tokens.Add(new Token(Kind.Set, default, negated ? body[1..] : body, negated));
                    i = end;
                    break;
                default:
                    foreach (var c in TextOrder.Fold(pattern[i].ToString())) tokens.Add(new Token(Kind.Literal, c, "", false));
                    break;
            }
        }
    }

    /// <summary>Whether the whole text matches.</summary>
    public bool Matches(string text)
    {
        var folded = TextOrder.Fold(text);
        int at = 0, token = 0, retryToken = -1, retryAt = 0;
        while (at < folded.Length)
        {
            if (token < tokens.Count && tokens[token].Kind == Kind.AnyRun)
            {
                retryToken = ++token;
                retryAt = at;
            }
            else if (token < tokens.Count && Accepts(tokens[token], folded[at]))
            {
                token++;
                at++;
            }
            else if (retryToken >= 0)
            {
                // The last % takes one character more.
                token = retryToken;
                at = ++retryAt;
            }
            else
            {
                return false;
            }
        }
        while (token < tokens.Count && tokens[token].Kind == Kind.AnyRun) token++;
        return token == tokens.Count;
    }

    private static bool Accepts(Token token, char c) => token.Kind switch
    {
        Kind.AnyOne => true,
        Kind.Literal => token.Literal == c,
        Kind.Set => InSet(token.Set, c) != token.Negated,
        _ => false,
    };

    private static bool InSet(string set, char c)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (Folded(set[i]) <= c && c <= Folded(set[i + 2])) return true;
                i += 2;
            }
            else if (Folded(set[i]) == c)
            {
                return true;
            }
        }
        return false;
    }

    private static char Folded(char c) => TextOrder.Fold(c.ToString()) is { Length: > 0 } folded ? folded[0] : c;
}
