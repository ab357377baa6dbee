using System.Globalization;

namespace Bench;

/// <summary>Figures of all sizes in three or four digits.</summary>
internal static class Figure
{
    public static string Text(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1e6 => Digits(value / 1e6, "0.00") + " M",
        >= 1e4 => Digits(value / 1e3, "0.0") + " k",
        >= 100 => Digits(value, "0"),
        >= 10 => Digits(value, "0.0"),
        >= 1 => Digits(value, "0.00"),
        >= 0.1 => Digits(value, "0.000"),
        _ => Digits(value, "0.0000"),
    };

    /// <summary>A time in its own unit.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        >= 1e9 => Text(nanoseconds / 1e9) + " s",
        >= 1e6 => Text(nanoseconds / 1e6) + " ms",
        >= 1e3 => Text(nanoseconds / 1e3) + " µs",
        _ => Text(nanoseconds) + " ns",
    };

    private static string Digits(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
