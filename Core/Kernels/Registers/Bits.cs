namespace Core;

/// <summary>
/// Constants of the IEEE 754 formats. A number near 2^fraction carries a small integer in its lowest bits:
/// adding a picker and reading the bits turns an integral float into an integer without a conversion instruction.
/// </summary>
internal static class Bits
{
    internal static class Single
    {
        /// <summary>Bits of the stored fraction.</summary>
        public const int Fraction = 23;
        public const int FractionMask = 0x007F_FFFF;

        /// <summary>The bits of 1.</summary>
        public const int One = 0x3F80_0000;

        /// <summary>The bits of 2^23.</summary>
        public const int Picker = 0x4B00_0000;

        /// <summary>2^23 + bias: its lowest bits, after adding k, are the exponent field of 2^k.</summary>
        public const float ExponentPicker = 8388608f + 127f;

        /// <summary>1.5·2^23: its lowest bits, after adding k, are k in two's complement.</summary>
        public const float IntegerPicker = 12582912f;
    }

    internal static class Double
    {
        /// <inheritdoc cref="Single.Fraction"/>
        public const int Fraction = 52;
        public const long FractionMask = 0x000F_FFFF_FFFF_FFFF;

        /// <inheritdoc cref="Single.One"/>
        public const long One = 0x3FF0_0000_0000_0000;

        /// <summary>The bits of 2^52.</summary>
        public const long Picker = 0x4330_0000_0000_0000;

        /// <summary>2^52 + bias.</summary>
        public const double ExponentPicker = 4503599627370496d + 1023d;

        /// <summary>1.5·2^52.</summary>
        public const double IntegerPicker = 6755399441055744d;
    }
}
