using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace Kam.WebResources.Tests;

/// <summary>What holds for the pages.</summary>
public sealed class PageTests(Browser browser)
{
    private const string Sheet = "valueSheet";

    public static TheoryData<string, ColorScheme, int> EveryLook
    {
        get
        {
            var looks = new TheoryData<string, ColorScheme, int>();
            foreach (var page in new[] { Sheet })
            {
                foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    foreach (var language in new[] { 1033, 1031, 1036, 1040 }) looks.Add(page, theme, language);
                }
            }

            return looks;
        }
    }

    [Theory, MemberData(nameof(EveryLook))]
    public async Task InEitherThemeAndEveryLanguage_IsCompleteAccessibleAndSelfContained(string page, ColorScheme theme, int language)
    {
        await using var form = await Show(page, language, theme);
        await form.Content.Locator("article").WaitForAsync();
        await form.Content.Locator("summary").ClickAsync();

        Assert.Empty(await form.SeriousFindings());
        Assert.Empty(form.Complaints);
        Assert.DoesNotMatch(@"\[valueInsights\.|\{\d\}|undefined|NaN", await form.Content.Locator("body").InnerTextAsync());
        Assert.Equal(new Dictionary<int, string> { [1033] = "en", [1031] = "de-CH", [1036] = "fr-CH", [1040] = "it-CH" }[language], await form.Content.Locator("html").GetAttributeAsync("lang"));
    }

    [Theory, InlineData(Sheet, 6)]
    public async Task WithTheKeyboardAlone_TheFiguresOpenAsATable(string page, int rows)
    {
        await using var form = await Show(page);
        var table = form.Content.Locator("table");
        await form.Content.Locator("article").WaitForAsync();
        Assert.False(await table.IsVisibleAsync());

        await form.Content.Locator("button").First.FocusAsync();
        await form.Page.Keyboard.PressAsync("Tab");
        await form.Page.Keyboard.PressAsync("Tab");
        await form.Page.Keyboard.PressAsync("Enter");

        await table.WaitForAsync();
        Assert.True(await table.Locator("tbody tr").CountAsync() >= rows);
        Assert.True(await table.Locator("caption").IsVisibleAsync());
    }

    [Theory, InlineData(Sheet)]
    public async Task WhenTheServerRefuses_SaysWhyAndTriesAgainOnRequest(string page)
    {
        var refusal = new { Count = 2, Text = "You may not read this value proposition. (KAM-VAL-099)" };
        await using var form = await Show(page, answers: answers => answers with { Failures = refusal.Count, Failure = refusal.Text });

        var alert = form.Content.GetByRole(AriaRole.Alert);
        await alert.WaitForAsync();
        Assert.Contains(refusal.Text, await alert.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await form.SeriousFindings());

        await alert.GetByRole(AriaRole.Button).PressAsync("Enter");
        await form.Content.Locator("article").WaitForAsync();
        Assert.Empty(form.Complaints);
    }

    [Theory, InlineData(Sheet)]
    public async Task OnARecordNotSavedYet_SaysWhatIsMissingAndAsksNothing(string page)
    {
        await using var form = await Form.Open(browser, page, "", Samples.Proposition, 1031);

        Assert.Equal("Speichern Sie das Wertangebot, um sein Wertblatt zu sehen.", await form.Content.GetByRole(AriaRole.Status).InnerTextAsync());
        Assert.Equal(0, await form.Page.EvaluateAsync<int>("calls.length"));
        Assert.Empty(await form.SeriousFindings());
    }

    [Theory, InlineData(Sheet)]
    public async Task OnANarrowScreen_NeedsNoScrollingSideways(string page)
    {
        await using var form = await Show(page, language: 1031, width: 360);
        await form.Content.Locator("article").WaitForAsync();

        Assert.True(await form.Content.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    private Task<Form> Show(string page, int language = 1033, ColorScheme theme = ColorScheme.Light, int width = 1200, Func<Answers, Answers>? answers = null)
    {
        var record = $"id=%7B{Samples.PropositionId}%7D&typename=kam_valueproposition";
        return Form.Open(browser, page, record, answers is null ? Samples.Proposition : answers(Samples.Proposition), language, theme, width);
    }
}
