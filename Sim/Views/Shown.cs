using Core;

namespace Sim;

/// <summary>Numbers as the views write them.</summary>
internal static class Shown
{
    public static string Number(double value, ViewSettings view) => NumberText.Of(value, view.Digits, view.Ascii);
}
