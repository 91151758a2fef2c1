using System.Text;
using CsCheck;
using Local.Dataverse.Storage;
using Xunit;

namespace Local.Reliability.Tests.Fuzzing;

/// <summary>Groups are made by number and compared by collation elsewhere: both must agree on which texts are equal.</summary>
public sealed class TextCodeTests
{
    [Fact]
    public void TextsHaveTheSameNumber_ExactlyWhenTheyCompareEqual()
    {
        var text = Gen.OneOf(Gen.OneOf('a', 'A', 'ä', 'Ä', ' ', 's', 'ß', 'S', 'æ', 'e', '-', '1', '\u0301'), Gen.Char[' ', '\u024f']).Array[0, 4].Select(c => new string(c));
        Gen.Select(text, text).Sample((left, right) =>
        {
            var codes = new TextCodes();
            Assert.Equal(TextOrder.Compare(left, right) == 0, codes.Of(Encoding.UTF8.GetBytes(left)) == codes.Of(Encoding.UTF8.GetBytes(right)));
        }, iter: Fuzz.Times(20_000));
    }
}
