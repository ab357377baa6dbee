using System.Globalization;

namespace Core.Tests;

public class NumberTextTests
{
    [Theory]
    [InlineData(0.31, "0.31")]
    [InlineData(-0.2, "−0.2")]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(12, "12")]
    [InlineData(60000, "60000")]
    [InlineData(12345.6, "12346")]
    [InlineData(999999.7, "1e6")]
    [InlineData(0.00012346, "0.0001235")]
    [InlineData(1.2e-7, "1.2e−7")]
    [InlineData(-3.45678e12, "−3.457e12")]
    [InlineData(0.99996, "1")]
    [InlineData(9.9996, "10")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Four_digits_unless_stated_otherwise(double value, string expected) => Assert.Equal(expected, NumberText.Of(value));

    [Fact]
    public void A_float_is_shown_as_it_was_written() => Assert.Equal("0.31", NumberText.Of(0.31f, 6));

    [Fact]
    public void The_number_shown_is_the_number_rounded_to_so_many_digits()
    {
        var random = new Random(1);
        for (var k = 0; k < 20_000; k++)
        {
            var value = (random.NextDouble() * 2 - 1) * Math.Pow(10, random.Next(-12, 12));
            if (k % 3 == 0) value = (float)value;
            var digits = random.Next(1, 16);
            var shown = NumberText.Of(value, digits, isAscii: true);
            var read = double.Parse(shown, CultureInfo.InvariantCulture);
            var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - digits + 1);
            Assert.True(Math.Abs(read - value) <= unit * 0.5 + Math.Abs(value) * 1e-15, $"{value:R} with {digits} digits is shown as {shown}");
            Assert.Equal(shown, NumberText.Of(value, digits).Replace('−', '-'));
            Assert.Equal(read.ToString("E" + (digits - 1), CultureInfo.InvariantCulture), Rounded(value, digits, read));
        }
    }

    // Where all digits before the point are kept, the shown value is closer than asked for; otherwise it is exactly the rounded one.
    private static string Rounded(double value, int digits, double read) =>
        Math.Abs(value) >= Math.Pow(10, digits - 1) ? read.ToString("E" + (digits - 1), CultureInfo.InvariantCulture) : value.ToString("E" + (digits - 1), CultureInfo.InvariantCulture);
}
