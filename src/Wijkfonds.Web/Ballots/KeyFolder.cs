using System.Security.Cryptography;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// {Data}/keys/ballots/{box}: the seed of the codes and the secret of the box. They stand nowhere else: not in the
/// database, not in its back-ups, not in a log. What is destroyed is overwritten, flushed to the disk, then removed.
/// </summary>
public sealed class KeyFolder(DataFolder data)
{
    private const int Bytes = 32;

    /// <summary>New keys; twice for the same box changes nothing.</summary>
    public void Make(Guid box)
    {
        var folder = data.Folder(Path.Combine("keys", "ballots", Name(box)));
        foreach (var name in new[] { "seed", "secret" })
            if (!File.Exists(Path.Combine(folder, name))) Write(Path.Combine(folder, name), RandomNumberGenerator.GetBytes(Bytes), FileMode.CreateNew);
    }

    /// <summary>From which the codes follow; null once printing is confirmed.</summary>
    public byte[]? Seed(Guid box) => Read(box, "seed");

    /// <summary>What finds rights and slots and opens ballots; null once the box is emptied.</summary>
    public BoxKeys? Keys(Guid box) => Read(box, "secret") is { } secret ? new BoxKeys(box, secret) : null;

    public void DestroySeed(Guid box) => Destroy(box, "seed");

    public void DestroyAll(Guid box)
    {
        Destroy(box, "seed");
        Destroy(box, "secret");
        try
        {
            Directory.Delete(Of(box), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // As above.
        }
    }

    private void Destroy(Guid box, string name)
    {
        var file = Path.Combine(Of(box), name);
        try
        {
            Write(file, RandomNumberGenerator.GetBytes(Bytes), FileMode.Open);
            Write(file, new byte[Bytes], FileMode.Open);
            File.Delete(file);
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // Destroyed before, or by another server at this moment.
        }
    }

    private byte[]? Read(Guid box, string name)
    {
        try
        {
            var key = File.ReadAllBytes(Path.Combine(Of(box), name));
            // Overwritten with zeros means: destroyed, and the machine stopped before the name was gone.
            return key.Length == Bytes && key.Any(b => b != 0) ? key : null;
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void Write(string file, byte[] bytes, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private string Of(Guid box) => Path.Combine(data.Root, "keys", "ballots", Name(box));

    private static string Name(Guid box) => box.ToString("N");
}
