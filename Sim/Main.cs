namespace Sim;

internal static class Main_
{
    private static int Main(string[] args) => 0;
}
