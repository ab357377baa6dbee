using System.Runtime.Intrinsics;

namespace Core;

/// <summary>What the widest registers of this machine are; the JIT folds these to constants. An emulated register is never chosen.</summary>
public static class Widest
{
    /// <summary>Bits of a register: 512, 256, 128, or 0 for plain scalar code.</summary>
    public static int Bits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
