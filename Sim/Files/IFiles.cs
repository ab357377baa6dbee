namespace Sim;

/// <summary>The files a command may read, and those it is told to write.</summary>
internal interface IFiles
{
    /// <summary>Whether something is there, file or directory.</summary>
    bool Exists(string path);

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="RequestException">It cannot be read, or has more than <paramref name="most"/> bytes.</exception>
    ReadOnlyMemory<byte> Read(string path, long most);

    /// <summary>A file as text.</summary>
    /// <exception cref="RequestException">It cannot be read.</exception>
    TextReader OpenText(string path);

    /// <summary>A file as bytes, read forward.</summary>
    /// <exception cref="RequestException">It cannot be read.</exception>
    Stream OpenBytes(string path) => new MemoryStream(Read(path, long.MaxValue).ToArray());

    /// <summary>Says beforehand that a file cannot be written, as far as that can be known.</summary>
    /// <exception cref="RequestException">It cannot.</exception>
    void CheckWritable(string path)
    {
    }

    /// <summary>Writes a whole file or none.</summary>
    /// <exception cref="IOException">It cannot be written; a file of that name is as it was.</exception>
    void Write(string path, ReadOnlyMemory<byte> bytes) => throw new IOException("no files can be written here");
}
