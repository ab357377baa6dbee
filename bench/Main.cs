using Bench;

switch (args.FirstOrDefault())
{
    case "kernels":
        KernelsReport.Run(args.ElementAtOrDefault(1));
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run --project bench -c Release -- kernels [products|elementwise|random]");
        return 2;
}
