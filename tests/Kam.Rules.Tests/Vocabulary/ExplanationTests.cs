using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.Vocabulary;

public sealed class ExplanationTests
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["t.all"] = "{0}: {1}, {2}, {3}, {4}, {5}",
        ["t.revenue"] = "Umsatz",
        ["t.plain"] = "Fertig.",
    };

    private static readonly Explanation All = new(
    [
        Sentence.Of(
            "t.all",
            Argument.TextKey("t.revenue"),
            Argument.Money(1234567.50m, "CHF"),
            Argument.Percent(12.5m),
            Argument.Number(-3m),
            Argument.Date(new DateTime(2026, 3, 31, 23, 59, 0, DateTimeKind.Utc)),
            Argument.Text("Müller {0} AG")),
        Sentence.Of("t.plain"),
    ]);

    [Theory]
    [InlineData("en-GB", "Umsatz: CHF 1,234,567.50, 12.5 %, -3, 31/03/2026, Müller {0} AG\nFertig.")]
    [InlineData("de-DE", "Umsatz: CHF 1.234.567,50, 12,5 %, -3, 31.03.2026, Müller {0} AG\nFertig.")]
    public void ASentence_IsWrittenAsTheLanguageWritesNumbersAndDays(string culture, string expected) =>
        Assert.Equal(expected, All.Render(Texts.GetValueOrDefault, CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void AKeyWithoutText_IsShownAsItIs()
    {
        var newer = new Explanation([Sentence.Of("t.newer", Argument.Number(1m)), new Sentence("t.all", [Argument.TextKey("t.gone"), .. Enumerable.Repeat(Argument.Number(1m), 5)])]);

        Assert.Equal("[t.newer]\n[t.gone]: 1, 1, 1, 1, 1", newer.Render(Texts.GetValueOrDefault, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void AnExplanation_IsStoredAsJsonThatAFormCanRead()
    {
        var json = ExplanationJson.Write(new Explanation([Sentence.Of("t.plain"), Sentence.Of("t.all", Argument.Money(7.50m, "CHF"))]));

        Assert.Equal(
            """[{"key":"t.plain","arguments":[]},{"key":"t.all","arguments":[{"kind":"Money","value":"7.50","currency":"CHF"}]}]""",
            json);
        Assert.Equal("[]", ExplanationJson.Write(Explanation.Empty));
    }

    [Fact]
    public void WhatWasStored_ComesBackEqual() => Gen.Select(Arguments.Array[0, 5], Gen.String).List[0, 5].Sample(sentences =>
    {
        var explanation = new Explanation(sentences.Select(sentence => new Sentence("k" + sentence.Item2, sentence.Item1)).ToArray());
        var restored = ExplanationJson.Read(ExplanationJson.Write(explanation));

        Assert.Equal(explanation, restored);
        Assert.Equal(explanation.GetHashCode(), restored.GetHashCode());
    });

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""[{"arguments":[]}]""")]
    [InlineData("""[{"key":"k","arguments":[{"kind":"Colour","value":"red"}]}]""")]
    [InlineData("""[{"key":"k","arguments":[{"kind":"99","value":"red"}]}]""")]
    [InlineData("""[{"key":"k","arguments":[{"kind":"Number","value":"many"}]}]""")]
    [InlineData("""[{"key":"k","arguments":[{"kind":"Number","value":"1,000"}]}]""")]
    [InlineData("""[{"key":"k","arguments":[{"kind":"Date","value":"31.3.2026"}]}]""")]
    [InlineData("""[{"key":"k","arguments":[{"kind":"Money","value":"5"}]}]""")]
    [InlineData("""[{"key":"k","arguments":[{"kind":"Text"}]}]""")]
    public void WhatIsNoExplanation_IsRefused(string json) => Assert.Throws<FormatException>(() => ExplanationJson.Read(json));

    [Fact]
    public void ADifferentArgument_MakesADifferentSentence()
    {
        Assert.NotEqual(Sentence.Of("k", Argument.Number(1m)), Sentence.Of("k", Argument.Percent(1m)));
        Assert.NotEqual(Sentence.Of("k", Argument.Number(1m)), Sentence.Of("k"));
        Assert.NotEqual(Sentence.Of("k"), Sentence.Of("j"));
        Assert.NotEqual(new Explanation([Sentence.Of("k")]), Explanation.Empty);
    }

    private static readonly Gen<Argument> Arguments = Gen.OneOf(
        Gen.String.Select(Argument.Text),
        Gen.String.Select(Argument.TextKey),
        Gen.Decimal.Select(Argument.Number),
        Gen.Decimal.Select(Argument.Percent),
        Gen.Decimal.Select(amount => Argument.Money(amount, "CHF")),
        Gen.Int[0, 100_000].Select(days => Argument.Date(new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(days))));
}
