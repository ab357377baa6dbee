namespace Sim;

/// <summary>The seam between the program and a screen: everything the program needs of a terminal.</summary>
internal interface ITerminal : IEventSource, IDisposable
{
    Size Size { get; }

    /// <summary>Shows the grid. The terminal keeps no reference to it.</summary>
    void Present(Grid grid);

    /// <summary>Gives the terminal back as it was; safe to call twice and from any thread.</summary>
    void Restore();
}
