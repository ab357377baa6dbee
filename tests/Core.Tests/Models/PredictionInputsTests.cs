using System.Text;

namespace Core.Tests;

public class PredictionInputsTests
{
    [Fact]
    public void NumbersAreSeparatedByCommasOrSpaces()
    {
        Assert.Equal([0.5, -1, 3e2], PredictionInputs.Values("0.5, -1 3e2", 3));
        Assert.Contains("2 values; expected 3", Expect.Problems(() => PredictionInputs.Values("1,2", 3))[0]);
        Assert.Equal(["value 2: given 'x'; expected a finite number; write it with a decimal point", "value 3: given 'NaN'; expected a finite number; write it with a decimal point"], Expect.Problems(() => PredictionInputs.Values("1,x,NaN", 3)));
    }

    [Fact]
    public void APictureIsReadAsBytesOrNumbers()
    {
        Assert.Equal([0, 1, 0.2, 0.4, 0.6, 0.8], PgmImage.Read([.. "P5\n# by hand\n3 2\n255\n"u8, 0, 255, 51, 102, 153, 204], 2, 3));
        Assert.Equal([0, 0.5, 1, 0.25], PgmImage.Read("P2 2 2 # size\n4\n0 2\n4 1"u8, 2, 2));
        Assert.Equal([1, 0.5], PgmImage.Read([.. "P5 2 1 512 "u8, 2, 0, 1, 0], 1, 2));
    }

    [Theory]
    [InlineData("P6 2 2 255 ", "a file that begins with 'P6'")]
    [InlineData("", "a file that begins with ''")]
    [InlineData("P5 3 2 255 ", "a picture of 3×2 pixels; expected 2×2")]
    [InlineData("P5 2 2 255 abc", "3 bytes of pixels; expected 4")]
    [InlineData("P5 2 2", "ends before its greatest value")]
    [InlineData("P5 2 2 0 abcd", "greatest value '0'")]
    [InlineData("P5 2 2 99999 abcd", "greatest value '99999'")]
    [InlineData("P5 99999999999 2 255 ", "width '99999999999'")]
    [InlineData("P2 2 2 4 0 1 2 5", "pixel 3 '5'")]
    [InlineData("P2 2 2 4 0 1 2", "ends before its pixel 3")]
    [InlineData("P5 2 2 9 abcd", "pixel 0 of 97; expected at most 9")]
    public void APictureThatDoesNotFitIsRefused(string text, string told) =>
        Assert.Contains(told, Assert.Single(Expect.Problems(() => PgmImage.Read(Encoding.Latin1.GetBytes(text), 2, 2))));
}
