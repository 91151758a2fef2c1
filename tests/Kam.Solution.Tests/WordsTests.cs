using Kam.Generate;
using Xunit;

namespace Kam.Solution.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("At risk", "AtRisk")]
    [InlineData("BG/NBD", "BgNbd")]
    [InlineData("Revenue rolling 12 months", "RevenueRolling12Months")]
    [InlineData("Leave out and re-weigh", "LeaveOutAndReWeigh")]
    [InlineData("10 to 20", "Value10To20")]
    public void ALabel_BecomesAnIdentifier(string label, string identifier) => Assert.Equal(identifier, Words.Identifier(label));

    [Theory]
    [InlineData("kam_IsKeyAccount", "IsKeyAccount")]
    [InlineData("ExtendedAmount_Base", "ExtendedAmountBase")]
    [InlineData("statecode", "StateCode")]
    [InlineData("CreatedOn", "CreatedOn")]
    public void AColumn_BecomesAProperty(string schemaName, string property) => Assert.Equal(property, Words.PropertyOf(schemaName));

    [Fact]
    public void ADescription_CannotBreakOutOfItsComment() => Assert.Equal("a &lt;b&gt; &amp; c", Words.Doc("a <b>\r\n &  c"));
}
