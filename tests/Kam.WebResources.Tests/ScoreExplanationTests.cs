using System;
using System.Threading.Tasks;
using Xunit;

namespace Kam.WebResources.Tests;

public sealed class ScoreExplanationTests(Browser browser)
{
    private const string OfAccount = $"id=%7B{Samples.AccountId}%7D&typename=account";

    [Fact]
    public async Task Parts_StandByContributionAgainstWhatTheyCouldAdd()
    {
        await using var form = await Open(OfAccount, Samples.Score, 1031);

        Assert.Equal(["Revenue", "Contribution margin", "Share of wallet\nPortfolio median", "Revenue growth", "Net promoter score"], await form.Content.Locator(".part .label").AllInnerTextsAsync());
        Assert.Equal("27.00 von 30.00 Punkten", await form.Content.Locator(".part .amount").First.InnerTextAsync());
        Assert.Equal(2, await form.Content.Locator(".part.strong").CountAsync());
        Assert.Equal(["Revenue growth", "Net promoter score"], await form.Content.Locator(".part.weak .label").AllInnerTextsAsync());
    }

    [Fact]
    public async Task Sentences_AnswerWhatIsStrongWeakNewAndAssumed()
    {
        await using var form = await Open(OfAccount, Samples.Score, 1031);

        Assert.Equal(["Am stärksten", "Am schwächsten", "Seit dem letzten Kundenwert", "Was angenommen wurde"], await form.Content.Locator(".answers h3").AllInnerTextsAsync());
        Assert.Contains("Seit 31.12.2025 ist der Kundenwert um 6.25 Punkte gestiegen, von 66.25 auf 72.50.", await form.Content.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Stark: Contribution margin (vertraulich)", await form.Content.Locator(".answers .strong").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTheFormOfAScore_ThatScoreIsShownWithoutAskingForTheAccount()
    {
        await using var form = await Open($"id=%7B{Samples.ScoreId}%7D&typename=kam_valuescore", Samples.Score, 1033);

        Assert.Equal("retrieve kam_valuescore", await form.Page.EvaluateAsync<string>("calls[0].slice(0, 2).join(' ')"));
        Assert.Equal("72.5", await form.Content.Locator(".score strong").InnerTextAsync());
    }

    [Fact]
    public async Task AnAccountNeverScored_IsSaidToHaveNoScore()
    {
        await using var form = await Form.Open(browser, "scoreExplanation", OfAccount, Samples.NoScore);

        await form.Content.GetByText("There is no score to explain yet.").WaitForAsync();
        Assert.Empty(form.Complaints);
    }

    private async Task<Form> Open(string record, Answers answers, int language)
    {
        var form = await Form.Open(browser, "scoreExplanation", record, answers, language);
        await form.Content.Locator("article").WaitForAsync();
        return form;
    }
}
