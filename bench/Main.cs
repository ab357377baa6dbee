using Bench;

switch (args.FirstOrDefault())
{
    case "kernels":
        KernelsReport.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run --project bench -c Release -- kernels");
        return 2;
}
