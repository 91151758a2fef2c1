using System;
using System.Globalization;
using CsCheck;
using Local.Dataverse.Import;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Power Fx formula columns.</summary>
public sealed class FormulaColumnTests
{
    private const string Number = "<MinValue>-100000000000</MinValue><MaxValue>100000000000</MaxValue><Accuracy>4</Accuracy>";
    private const string Text = "<MaxLength>200</MaxLength>";

    [Theory]
    [InlineData("tst_hours * 2 + 1", "9")]
    [InlineData("-tst_hours ^ 2", "-16")]
    [InlineData("(tst_hours - 1) / 8", "0.375")]
    [InlineData("tst_hours / 0", null)]
    [InlineData("50%", "0.5")]
    [InlineData("If(tst_hours > 3, 10, 20)", "10")]
    [InlineData("If(tst_hours < 3, 10, tst_hours = 4, 30, 20)", "30")]
    [InlineData("If(IsBlank(tst_serialnumber) And Not(IsBlank(tst_name)), 1, 2)", "1")]
    [InlineData("If(tst_hours = 4 || false, 1, 2)", "1")]
    [InlineData("Round(2.345, 2) + RoundUp(1.01, 0) + RoundDown(-1.99, 0)", "3.35")]
    [InlineData("Round(1250, -2)", "1300")]
    [InlineData("Mod(-7, 3)", "2")]
    [InlineData("Max(1, tst_hours, 3) - Min(2, tst_hours)", "2")]
    [InlineData("Sum(1, 2, tst_hours) + Average(2, 4)", "10")]
    [InlineData("Abs(-3) + Int(-2.5) + Trunc(2.7)", "2")]
    [InlineData("Power(2, 10) + Sqrt(81)", "1033")]
    [InlineData("Len(tst_name) + Value(\"2.5\")", "7.5")]
    [InlineData("Switch(tst_hours, 1, 10, 4, 40, 0)", "40")]
    [InlineData("DateDiff(tst_builton, DateAdd(tst_builton, 3, TimeUnit.Months), TimeUnit.Days)", "90")]
    [InlineData("Year(tst_builton) * 100 + Month(tst_builton)", "202401")]
    [InlineData("tst_serialnumber + 1", "1")]
    public void ANumber_IsWhatPowerFxSays(string formula, string? expected)
    {
        using var shop = new Workshop().Formula("tst_Result", "decimal", Number, formula);

        Assert.Equal(expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture), Result<decimal?>(shop));
    }

    [Theory]
    [InlineData("tst_name & \" (\" & tst_hours & \")\"", "Press (4)")]
    [InlineData("Concatenate(Upper(tst_name), \"-\", Lower(\"ABC\"))", "PRESS-abc")]
    [InlineData("Left(tst_name, 2) & Right(tst_name, 1) & Mid(tst_name, 2, 3)", "Prsres")]
    [InlineData("Trim(\"  a   b \") & TrimEnds(\" c \")", "a bc")]
    [InlineData("Substitute(tst_name, \"s\", \"x\")", "Prexx")]
    [InlineData("If(StartsWith(tst_name, \"pre\"), \"yes\", \"no\")", "yes")]
    [InlineData("Text(tst_hours) & Blank()", "4")]
    [InlineData("'tst_name'", "Press")]
    [InlineData("tst_customerid.name", "Muster AG")]
    [InlineData("\"say \"\"hi\"\"\"", "say \"hi\"")]
    public void AText_IsWhatPowerFxSays(string formula, string expected)
    {
        using var shop = new Workshop().Formula("tst_Result", "nvarchar", Text, formula);

        Assert.Equal(expected, Result<string>(shop));
    }

    [Theory]
    [InlineData("tst_builton.tst_x", "the lookup tst_machine.tst_builton, which points to no table")]
    [InlineData("CountRows(tst_machines)", "the function CountRows")]
    [InlineData("Today()", "the function Today")]
    [InlineData("1 +", "'the end' at this place")]
    [InlineData("Round(1)", "the function Round with 1 arguments")]
    [InlineData("tst_customerid.primarycontactid.fullname", "only columns of directly related rows are read")]
    public void AFormulaOutsideTheSubset_IsRefusedByNameAtImport(string formula, string expected)
    {
        using var shop = new Workshop().Formula("tst_Result", "decimal", Number, formula);

        Assert.Contains(expected, Assert.Throws<SolutionImportException>(() => shop.Dataverse).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongFormula_IsComputed_AndOneThatIsTooLong_IsRefusedAtImport()
    {
        static Workshop Ones(int count) => new Workshop().Formula("tst_Result", "decimal", Number, string.Join('+', System.Linq.Enumerable.Repeat("1", count)));
        using Workshop longest = Ones(900), tooLong = Ones(3000);

        Assert.Equal(900m, Result<decimal?>(longest));
        Assert.Contains("more than 2000 words", Assert.Throws<SolutionImportException>(() => tooLong.Dataverse).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnsThatReadEachOtherWithoutEnd_AreRefusedAtImport()
    {
        var shop = new Workshop().Formula("tst_F0", "decimal", Number, "tst_hours").Formula("tst_F1", "decimal", Number, "tst_hours");
        for (var i = 2; i < 30; i++) shop = shop.Formula($"tst_F{i}", "decimal", Number, $"tst_f{i - 1} + tst_f{i - 2}");
        using (shop) Assert.Contains("calculated columns inside each other without end", Assert.Throws<SolutionImportException>(() => shop.Dataverse).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SumsAndProducts_AreExact() => Gen.Select(Gen.Int[-1000000, 1000000], Gen.Int[-1000, 1000], Gen.Int[1, 1000]).Sample(
        (a, b, c) =>
        {
            var formula = string.Create(CultureInfo.InvariantCulture, $"({a / 100m} + {b}) * {c} / 7");
            using var shop = new Workshop().Formula("tst_Result", "decimal", Number, formula);
            Assert.Equal(Math.Round(((a / 100m) + b) * c / 7m, 4, MidpointRounding.AwayFromZero), Result<decimal?>(shop));
        },
        iter: 8);

    private static T Result<T>(Workshop shop)
    {
        var account = shop.Account(("name", "Muster AG"));
        var id = shop.Machine(("tst_name", "Press"), ("tst_hours", 4m), ("tst_builton", new DateTime(2024, 1, 31)), ("tst_customerid", new EntityReference("account", account)));
        return shop.Read<T>("tst_machine", id, "tst_result");
    }
}
