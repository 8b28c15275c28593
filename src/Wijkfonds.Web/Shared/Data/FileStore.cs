using System.Security.Cryptography;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>Files that people bring, in {Data:Path}/files under their SHA-256. Never listed, never executed; who may fetch one is the page's matter.</summary>
public sealed class FileStore(DataFolder folder)
{
    /// <summary>Keeps these bytes and answers their name: 64 lower-case hexadecimal digits. The same bytes are kept once.</summary>
    public async Task<string> Keep(byte[] content)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = Path.Combine(folder.Folder("files"), name);
        if (File.Exists(path)) return name;
        // Written whole before it has its name: half a file is never found.
        var half = path + "." + Path.GetRandomFileName();
        await File.WriteAllBytesAsync(half, content);
        File.Move(half, path, overwrite: true);
        return name;
    }

    /// <summary>Null where it is not there, or was erased.</summary>
    public Stream? Open(string name) => IsName(name) && File.Exists(Path.Combine(folder.Folder("files"), name)) ? File.OpenRead(Path.Combine(folder.Folder("files"), name)) : null;

    public void Erase(string name)
    {
        if (IsName(name)) File.Delete(Path.Combine(folder.Folder("files"), name));
    }

    private static bool IsName(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
