using System.IO.Compression;
using System.Security.Cryptography;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>
/// The keys of cookies and mailed links, by passphrase (PBKDF2, AES-GCM). The keys of ballots are never in a back-up:
/// whoever has a copy of the database and of those keys could read votes, so they exist in one place and are destroyed there.
/// </summary>
public static class BackupKeys
{
    private const int Rounds = 600_000, Salt = 16, Nonce = 12, Tag = 16;

    /// <summary>Salt, nonce, tag and the encrypted zip of keys/key-*.xml.</summary>
    public static byte[] Lock(string folder, string passphrase)
    {
        using var plain = new MemoryStream();
        using (var zip = new ZipArchive(plain, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var file in Directory.GetFiles(folder, "key-*.xml").Order(StringComparer.Ordinal))
                zip.CreateEntryFromFile(file, Path.GetFileName(file));
        var salt = RandomNumberGenerator.GetBytes(Salt);
        var nonce = RandomNumberGenerator.GetBytes(Nonce);
        var locked = new byte[plain.Length];
        var tag = new byte[Tag];
        using var cipher = new AesGcm(Key(passphrase, salt), Tag);
        cipher.Encrypt(nonce, plain.ToArray(), locked, tag);
        return [.. salt, .. nonce, .. tag, .. locked];
    }

    public static void Unlock(byte[] sealedKeys, string passphrase, string folder)
    {
        var (salt, nonce, tag, locked) = (sealedKeys[..Salt], sealedKeys[Salt..(Salt + Nonce)], sealedKeys[(Salt + Nonce)..(Salt + Nonce + Tag)], sealedKeys[(Salt + Nonce + Tag)..]);
        var plain = new byte[locked.Length];
        using var cipher = new AesGcm(Key(passphrase, salt), Tag);
        try
        {
            cipher.Decrypt(nonce, locked, tag, plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new BackupRefusal("The passphrase does not fit the keys in this back-up. Set Backup:Passphrase to the one it was made with, or leave it empty to go on without keys.");
        }
        using var zip = new ZipArchive(new MemoryStream(plain));
        foreach (var entry in zip.Entries) entry.ExtractToFile(Path.Combine(folder, Path.GetFileName(entry.FullName)));
    }

    private static byte[] Key(string passphrase, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA256, 32);
}
