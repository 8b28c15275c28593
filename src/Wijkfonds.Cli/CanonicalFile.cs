using System.Text;
using Wijkfonds.Democracy;

namespace Wijkfonds.Cli;

/// <summary>Files whose bytes are hashed: read as they are, or not at all.</summary>
internal static class CanonicalFile
{
    /// <exception cref="TextError">The file is not UTF-8.</exception>
    internal static string Read(string path)
    {
        try { return new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path)); }
        catch (DecoderFallbackException) { throw new TextError(0, "the text is not UTF-8"); }
    }

    /// <summary>Reads one of several files: an error names it.</summary>
    internal static T Read<T>(string path, Func<string, T> read)
    {
        try { return read(Read(path)); }
        catch (TextError error) { throw error.In(Path.GetFileName(path)); }
    }
}
