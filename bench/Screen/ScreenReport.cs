using System.Globalization;

namespace Bench;

/// <summary>The full-screen program from inside and from the other end of a pseudo-terminal, each figure beside its aim.</summary>
internal static class ScreenReport
{
    /// <param name="published">A folder with a published ReadyToRun build to start as well, or nothing.</param>
    public static bool Run(string? published)
    {
        if (published is not null && !File.Exists(Path.Combine(published, "sim")))
        {
            Console.Error.WriteLine($"{published} holds no sim; expected the folder of dotnet publish Sim -p:PublishProfile=native -o FOLDER");
            return false;
        }
        Console.WriteLine($"{"",-52} {"median",12} {"",12} {"aim",16}");
        bool isWithin = FrameTimes.Report();
        isWithin &= SeekTimes.Report();
        isWithin &= ScriptTimes.Report();
        if (!OperatingSystem.IsLinux()) return isWithin;
        string sim = Path.Combine(AppContext.BaseDirectory, "sim.dll");
        isWithin &= StartTimes.Report("JIT", sim, 150);
        if (published is not null) isWithin &= StartTimes.Report("ReadyToRun", Path.Combine(published, "sim"), 80);
        isWithin &= KeyTimes.Report(sim);
        return WholeLesson.Report(published is null ? sim : Path.Combine(published, "sim")) && isWithin;
    }

    /// <summary>One line; the aim is for the first figure.</summary>
    public static bool Line(string what, double value, string unit, double aim, string other = "")
    {
        bool isWithin = value <= aim;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-52} {Digits(value),9} {unit,-4} {other,-24} ≤ {aim:0.###} {unit}{(isWithin ? "" : "   MISSED")}"));
        return isWithin;
    }

    public static string Digits(double value) => value.ToString(value < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture);

    public static double Quantile(List<double> values, double share)
    {
        values.Sort();
        return values[Math.Min(values.Count - 1, (int)(share * values.Count))];
    }
}
