using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Spectre.Console;

namespace Local.Cli.Run;

/// <summary>The whole explanations of the best accounts, as their forms show them.</summary>
internal static class ExplanationView
{
    public static void Show(IAnsiConsole console, IEnumerable<Entity> scores)
    {
        foreach (var (score, rank) in scores.Select((s, i) => (s, i + 1)))
        {
            var lines = (score.GetAttributeValue<string>("kam_explanation") ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            console.Write(new Panel(new Rows(lines.Select((line, i) => new Text(line, i == 0 ? new Style(decoration: Decoration.Bold) : Style.Plain))))
                .Header($" [bold]{rank}  {Markup.Escape(score.Linked("account.name"))}[/] ").Border(BoxBorder.Rounded).BorderColor(Color.Grey).Padding(2, 0).Expand());
        }
    }
}
