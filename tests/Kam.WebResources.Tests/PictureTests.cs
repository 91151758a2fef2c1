using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace Kam.WebResources.Tests;

/// <summary>The pictures of the documentation, taken anew when <c>KAM_UPDATE_PICTURES=1</c>.</summary>
public sealed class PictureTests(Browser browser)
{
    public static TheoryData<string, string, string, ColorScheme, int> Pictures => new()
    {
        { "valueSheet-light", "valueSheet", $"id={Samples.PropositionId}&typename=kam_valueproposition", ColorScheme.Light, 1033 },
        { "valueSheet-dark", "valueSheet", $"id={Samples.PropositionId}&typename=kam_valueproposition", ColorScheme.Dark, 1031 },
    };

    [Theory, MemberData(nameof(Pictures))]
    public async Task EveryPicture_CanBeTaken(string picture, string page, string record, ColorScheme theme, int language)
    {
        await using var form = await Form.Open(browser, page, record, Samples.Proposition, language, theme);
        await form.Content.Locator("article").WaitForAsync();

        var taken = await form.Content.Locator("main").ScreenshotAsync();
        Assert.NotEmpty(taken);
        if (Environment.GetEnvironmentVariable("KAM_UPDATE_PICTURES") == "1")
        {
            await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", "pictures", picture + ".png"), taken);
        }
    }
}
