using System.Globalization;

namespace Core.Tests;

public class ShortDecimalTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("00012.50")]
    [InlineData("999999999999999")]
    [InlineData("0.30000000000000")]
    [InlineData("-.000000000000001")]
    public void ShortDecimalsAreReadToTheBit(string text)
    {
        Assert.True(ShortDecimal.TryParse(text, out var value));
        Assert.Equal(Bits(text), BitConverter.DoubleToInt64Bits(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("٣")]
    [InlineData("--1")]
    [InlineData("1000000000000000")]
    [InlineData("0.1000000000000001")]
    public void EverythingElseIsLeftToTheGeneralParser(string text) => Assert.False(ShortDecimal.TryParse(text, out _));

    [Fact]
    public void RandomDecimalsAreThoseOfTheGeneralParser()
    {
        var random = new Random(4);
        for (var k = 0; k < 100_000; k++)
        {
            var digits = random.NextInt64((long)Math.Pow(10, random.Next(1, 16))).ToString(CultureInfo.InvariantCulture);
            var text = (random.Next(2) == 0 ? "-" : "") + digits.Insert(random.Next(digits.Length + 1), random.Next(4) == 0 ? "" : ".");
            Assert.True(ShortDecimal.TryParse(text, out var value), text);
            Assert.Equal(Bits(text), BitConverter.DoubleToInt64Bits(value));
        }
    }

    private static long Bits(string text) => BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture));
}
