using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace Kam.WebResources.Tests.Controls;

/// <summary>What holds for every control, in Microsoft's own harness.</summary>
public sealed class ControlHarnessTests(Browser browser)
{
    private static readonly int[] Languages = [1033, 1031, 1036, 1040];

    public static TheoryData<string> Controls => [.. ControlSamples.All.Keys];

    public static TheoryData<string> ControlsOfMany => [.. ControlSamples.All.Values.Where(sample => sample.Large is not null).Select(sample => sample.Name)];

    public static TheoryData<string, ColorScheme, int> EveryLook
    {
        get
        {
            var looks = new TheoryData<string, ColorScheme, int>();
            foreach (var name in ControlSamples.All.Keys)
            {
                foreach (var language in Languages)
                {
                    looks.Add(name, ColorScheme.Light, language);
                    looks.Add(name, ColorScheme.Dark, language);
                }
            }

            return looks;
        }
    }

    public static TheoryData<string, ColorScheme> EveryPicture
    {
        get
        {
            var pictures = new TheoryData<string, ColorScheme>();
            foreach (var name in ControlSamples.All.Keys)
            {
                pictures.Add(name, ColorScheme.Light);
                pictures.Add(name, ColorScheme.Dark);
            }

            return pictures;
        }
    }

    [Theory, MemberData(nameof(EveryLook))]
    public async Task InEitherThemeAndEveryLanguage_IsCompleteAccessibleAndSelfContained(string name, ColorScheme theme, int language)
    {
        var sample = ControlSamples.All[name];
        await using var harness = await ControlHarness.Open(browser, sample, language, theme);

        var text = ControlHarness.Spaced(await harness.Control.InnerTextAsync());
        Assert.Contains(sample.Numbers[Array.IndexOf(Languages, language)], text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\[[a-z]\w*\.\w+\]|\{\d\}|undefined|NaN", text);
        Assert.Empty(await harness.SeriousFindings());
        Assert.Empty(harness.Complaints);
    }

    [Theory, MemberData(nameof(Controls))]
    public async Task WithTheKeyboardAlone_TheFiguresOpenAsATableAndCloseAgain(string name)
    {
        var sample = ControlSamples.All[name];
        await using var harness = await ControlHarness.Open(browser, sample);
        var button = harness.Control.GetByRole(AriaRole.Button, new() { Name = "Show as table" });

        await button.PressAsync("Enter");
        var table = harness.Control.Locator("table[aria-rowcount]");
        await table.WaitForAsync();

        Assert.Equal($"{sample.TableRows + 1}", await table.GetAttributeAsync("aria-rowcount"));
        Assert.Empty(await harness.SeriousFindings());
        await harness.Control.GetByRole(AriaRole.Button, new() { Name = "Show as drawing" }).PressAsync("Enter");
        Assert.Equal(0, await table.CountAsync());
        Assert.Empty(harness.Complaints);
    }

    [Theory, MemberData(nameof(Controls))]
    public async Task WhenTheServerRefuses_SaysWhyAndTriesAgainOnRequest(string name)
    {
        var sample = ControlSamples.All[name];
        await using var harness = await ControlHarness.Open(browser, sample, failures: 1);

        var alert = harness.Control.GetByRole(AriaRole.Alert);
        Assert.Contains(ControlHarness.Refusal, await alert.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await harness.SeriousFindings());

        await alert.GetByRole(AriaRole.Button).PressAsync("Enter");
        await harness.Control.GetByText(new Regex(Regex.Escape(sample.Numbers[0]).Replace("\\ ", "\\s", StringComparison.Ordinal))).First.WaitForAsync();
    }

    [Theory, MemberData(nameof(Controls))]
    public async Task WithNothingToShow_SaysWhatIsMissing(string name)
    {
        var sample = ControlSamples.All[name];
        var nothing = sample with { Properties = Over(sample.Properties, sample.Empty.Properties), Answers = Over(sample.Answers, sample.Empty.Answers) };
        await using var harness = await ControlHarness.Open(browser, nothing);

        await harness.Control.GetByText(sample.Empty.Sentence).WaitForAsync();
        Assert.Equal(0, await harness.Control.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).CountAsync());
        Assert.Empty(await harness.SeriousFindings());
        Assert.Empty(harness.Complaints);
    }

    [Theory, MemberData(nameof(Controls))]
    public async Task WhereNothingMayBeChanged_AControlThatChangesSaysSo(string name)
    {
        var sample = ControlSamples.All[name];
        await using var harness = await ControlHarness.Open(browser, sample, isReadOnly: true);

        Assert.Equal(sample.CanChange ? 1 : 0, await harness.Control.GetByText("Read-only").CountAsync());
        Assert.Empty(await harness.SeriousFindings());
        Assert.Empty(harness.Complaints);
    }

    /// <summary>Not a limit in milliseconds, which another machine would break: the same keys on the same drawing with few rows, in the same run.</summary>
    [Theory, MemberData(nameof(ControlsOfMany))]
    public async Task TwoThousandRows_AnswerAKeyAndScrollAsSmoothlyAsAFew(string name)
    {
        var few = ControlSamples.All[name];
        await using var small = await ControlHarness.Open(browser, few);
        await using var large = await ControlHarness.Open(browser, few.Large!);

        var (usual, many) = (await small.MillisecondsForKeys(), await large.MillisecondsForKeys());
        Assert.True(many <= usual * 4, $"A key takes {many:0.0} ms with 2,000 rows and {usual:0.0} ms with a few.");

        await large.Control.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        var drawn = await large.Control.Locator("tbody tr").CountAsync();
        Assert.InRange(drawn, 1, 130);
        Assert.Equal(0, await large.BlankFramesWhileScrolling());
        Assert.Empty(large.Complaints);
    }

    [Theory, MemberData(nameof(EveryPicture))]
    public async Task EveryPicture_CanBeTaken(string name, ColorScheme theme)
    {
        await using var harness = await ControlHarness.Open(browser, ControlSamples.All[name], theme == ColorScheme.Light ? 1033 : 1031, theme);

        var taken = await harness.Control.ScreenshotAsync();
        Assert.NotEmpty(taken);
        if (Environment.GetEnvironmentVariable("KAM_UPDATE_PICTURES") == "1")
        {
            await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", "pictures", $"control-{char.ToLowerInvariant(name[0])}{name[1..]}-{(theme == ColorScheme.Light ? "light" : "dark")}.png"), taken);
        }
    }

    private static Dictionary<string, T> Over<T>(IReadOnlyDictionary<string, T> usual, IReadOnlyDictionary<string, T> instead)
    {
        var all = new Dictionary<string, T>(usual);
        foreach (var (key, value) in instead) all[key] = value;
        return all;
    }
}
