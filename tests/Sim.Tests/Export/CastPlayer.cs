using System.Text;
using System.Text.Json;

namespace Sim.Tests;

/// <summary>Plays an asciicast of either version in a small terminal, and notes its times.</summary>
internal sealed class CastPlayer
{
    public CastPlayer(string cast)
    {
        var lines = cast.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Header = lines[0];
        bool isThird = Header.GetProperty("version").GetInt32() == 3;
        var (width, height) = isThird
            ? (Header.GetProperty("term").GetProperty("cols").GetInt32(), Header.GetProperty("term").GetProperty("rows").GetInt32())
            : (Header.GetProperty("width").GetInt32(), Header.GetProperty("height").GetInt32());
        Terminal = new VtEmulator(width, height);
        decimal now = 0;
        foreach (var line in lines.Skip(1))
        {
            decimal time = line[0].GetDecimal();
            now = isThird ? now + time : time;
            Assert.True(Events.Count == 0 || now >= Events[^1].At, "time goes back");
            Play(now, line[1].GetString()![0], line[2].GetString()!);
        }
    }

    public JsonElement Header { get; }

    public VtEmulator Terminal { get; }

    public List<(decimal At, char Code, string Data)> Events { get; } = [];

    /// <summary>The screen as <see cref="GridText"/> writes it.</summary>
    public string Screen => string.Concat(Terminal.Screen.Split('\n').Select(line => line.TrimEnd() + "\n"));

    public IEnumerable<string> Of(char code) => Events.Where(happened => happened.Code == code).Select(happened => happened.Data);

    private void Play(decimal now, char code, string data)
    {
        Events.Add((now, code, data));
        if (code == 'r')
        {
            int[] size = [.. data.Split('x').Select(int.Parse)];
            Terminal.Resize(size[0], size[1]);
        }
        if (code == 'o') Terminal.Feed(Encoding.UTF8.GetBytes(data));
    }
}
