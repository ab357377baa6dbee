using System.Numerics;

namespace Core.Tests;

/// <summary>m·2^e with a mantissa of about 200 bits: a reference for double precision that shares no code with the kernels.</summary>
internal readonly record struct BigFloat(BigInteger M, int E)
{
    private const int Bits = 200;

    public static implicit operator BigFloat(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) & 0x7FF;
        BigInteger m = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        return new BigFloat(x < 0 ? -m : m, Math.Max(exponent, 1) - 1075);
    }

    public static BigFloat operator +(BigFloat a, BigFloat b)
    {
        if (a.M.IsZero)
            return b;
        if (b.M.IsZero)
            return a;
        if (a.E < b.E)
            (a, b) = (b, a);
        // Far apart: the small one is beyond 200 bits.
        if (a.E - b.E > 3 * Bits)
            return a.Top > b.Top + 2 * Bits ? a : Trim((a.M << (a.E - b.E)) + b.M, b.E);
        return Trim((a.M << (a.E - b.E)) + b.M, b.E);
    }

    public static BigFloat operator -(BigFloat a) => new(-a.M, a.E);

    public static BigFloat operator -(BigFloat a, BigFloat b) => a + -b;

    public static BigFloat operator *(BigFloat a, BigFloat b) => Trim(a.M * b.M, a.E + b.E);

    public static BigFloat operator /(BigFloat a, BigFloat b)
    {
        int shift = Math.Max(0, Bits + (int)b.M.GetBitLength() - (int)a.M.GetBitLength() + 2);
        return Trim((a.M << shift) / b.M, a.E - b.E - shift);
    }

    /// <summary>Position of the highest bit: |x| is in [2^(Top−1), 2^Top).</summary>
    private int Top => (int)BigInteger.Abs(M).GetBitLength() + E;

    public int Sign => M.Sign;

    public BigFloat Abs() => new(BigInteger.Abs(M), E);

    public BigFloat Half(int times = 1) => new(M, E - times);

    private static BigFloat Trim(BigInteger m, int e)
    {
        int excess = (int)BigInteger.Abs(m).GetBitLength() - Bits;
        return excess > 0 ? new BigFloat(m >> excess, e + excess) : new BigFloat(m, e);
    }

    private bool Negligible(BigFloat beside) => M.IsZero || Top < beside.Top - Bits;

    /// <summary>|got − this| in units of the last place of a double of this size.</summary>
    public double UlpsFrom(double got)
    {
        BigFloat difference = ((BigFloat)got - this).Abs();
        BigFloat ulp = new(1, Math.Max(Top - 53, -1074));
        BigFloat quotient = difference / ulp;
        return (double)quotient.M * Math.Pow(2, quotient.E);
    }

    /// <summary>Reduction to 2^−20 of the argument, Taylor, 20 squarings; 40 guard bits are lost to those.</summary>
    public static BigFloat Exp(BigFloat x)
    {
        BigFloat r = x.Half(32), term = 1, sum = 1;
        for (int n = 1; !term.Negligible(sum); n++)
        {
            term = term * r / n;
            sum += term;
        }
        for (int i = 0; i < 32; i++)
            sum *= sum;
        return sum;
    }

    /// <summary>Newton's iteration on e^y = x from the library's logarithm.</summary>
    public static BigFloat Log(BigFloat x, double start)
    {
        BigFloat y = start;
        for (int i = 0; i < 2; i++)
        {
            BigFloat e = Exp(y);
            y += 2 * (x - e) / (x + e);
        }
        return y;
    }

    /// <summary>e^x − 1 by its series where the difference would cancel.</summary>
    public static BigFloat Expm1(BigFloat x)
    {
        if (x.Top > -40)
            return Exp(x) - 1;
        BigFloat term = x, sum = x;
        for (int n = 2; !term.Negligible(sum); n++)
        {
            term = term * x / n;
            sum += term;
        }
        return sum;
    }

    /// <summary>2/√π·e^(−x²)·Σ 2ⁿx^(2n+1)/(2n+1)!!</summary>
    public static BigFloat Erf(BigFloat x)
    {
        BigFloat square = x * x, term = x, sum = x;
        for (int n = 1; !term.Negligible(sum); n++)
        {
            term = term * 2 * square / (2 * n + 1);
            sum += term;
        }
        return 2 / Sqrt(Pi) * Exp(-square) * sum;
    }

    /// <summary>Taylor after taking whole turns off.</summary>
    public static BigFloat Cos(BigFloat x)
    {
        BigFloat turn = Pi * 2;
        BigFloat turns = x / turn;
        BigInteger whole = turns.E < 0 ? turns.M >> -turns.E : turns.M << turns.E;
        x -= turn * new BigFloat(whole, 0);
        BigFloat square = x * x, term = 1, sum = 1;
        for (int n = 2; n < 200; n += 2)
        {
            term = -term * square / (n * (n - 1));
            sum += term;
        }
        return sum;
    }

    private static BigFloat Sqrt(BigFloat x)
    {
        BigFloat y = Math.Sqrt((double)x.M * Math.Pow(2, x.E));
        for (int i = 0; i < 4; i++)
            y = (y + x / y).Half();
        return y;
    }

    // Machin: π = 16·arctan(1/5) − 4·arctan(1/239)
    public static readonly BigFloat Pi = 16 * ArcTanOfInverse(5) - 4 * ArcTanOfInverse(239);

    private static BigFloat ArcTanOfInverse(int n)
    {
        BigFloat power = (BigFloat)1 / n, sum = power;
        for (int k = 1; k < 200; k++)
        {
            power = -power / (n * n);
            sum += power / (2 * k + 1);
        }
        return sum;
    }
}
