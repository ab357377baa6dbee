using Bench;

string[] rest = [.. args.Where((_, k) => !IsThreads(k) && !IsThreads(k - 1))];
int place = Array.IndexOf(args, "--threads");
int threads = place >= 0 && int.TryParse(args.ElementAtOrDefault(place + 1), out int given) ? given : 1;
switch (rest.FirstOrDefault())
{
    case "kernels":
        KernelsReport.Run(rest.ElementAtOrDefault(1));
        return 0;
    case "screen":
        return ScreenReport.Run(rest.ElementAtOrDefault(1)) ? 0 : 1;
    case "seek":
        return SeekTimes.Report() ? 0 : 1;
    case null or "workloads":
        return WorkloadsReport.Run([], threads) ? 0 : 1;
    case ['W', >= '1' and <= '6']:
        return WorkloadsReport.Run(rest, threads) ? 0 : 1;
    default:
        Console.Error.WriteLine("usage: dotnet run --project bench -c Release [-- workloads|W1…W6 [--threads N]|kernels [products|elementwise|random]|seek|screen [PUBLISHED]]");
        return 2;
}

bool IsThreads(int k) => k >= 0 && args[k] == "--threads";
