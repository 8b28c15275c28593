using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>The file itself: numbered objects, written as they are ready, and at the end the table of where each one stands.</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly Stream output;
    private readonly List<long> places = [0];
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long position;

    public PdfFile(Stream output)
    {
        this.output = output;
        // The second line tells programs that copy files that this is not text.
        Put("%PDF-1.7\n%âãÏÓ\n");
    }

    /// <summary>A number for an object that is written later; others may point to it already.</summary>
    public int Reserve()
    {
        places.Add(-1);
        return places.Count - 1;
    }

    public int Write(string content)
    {
        var number = Reserve();
        Write(number, content);
        return number;
    }

    public void Write(int number, string content)
    {
        places[number] = position;
        Put($"{Number(number)} 0 obj\n{content}\nendobj\n");
    }

    public int WriteStream(string entries, byte[] content, bool packed = true)
    {
        var number = Reserve();
        WriteStream(number, entries, content, packed);
        return number;
    }

    /// <param name="packed">False for what simple programs must be able to read, such as the metadata.</param>
    public void WriteStream(int number, string entries, byte[] content, bool packed = true)
    {
        var bytes = packed ? Pack(content) : content;
        places[number] = position;
        Put($"{Number(number)} 0 obj\n<< {entries}{(packed ? " /Filter /FlateDecode" : "")} /Length {Number(bytes.Length)} >>\nstream\n");
        Put(bytes);
        Put("\nendstream\nendobj\n");
    }

    /// <summary>The identifier is the hash of all that was written: the same document twice is the same file.</summary>
    public void Finish(int root, int info)
    {
        var table = position;
        Put($"xref\n0 {Number(places.Count)}\n0000000000 65535 f \n");
        for (var number = 1; number < places.Count; number++)
        {
            if (places[number] < 0) throw new InvalidOperationException($"Object {number} was promised and not written.");
            Put(string.Create(CultureInfo.InvariantCulture, $"{places[number]:0000000000} 00000 n \n"));
        }
        var id = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        Put($"trailer\n<< /Size {Number(places.Count)} /Root {Reference(root)} /Info {Reference(info)} /ID [<{id}> <{id}>] >>\nstartxref\n{table.ToString(CultureInfo.InvariantCulture)}\n%%EOF\n");
        output.Flush();
    }

    public void Dispose() => hash.Dispose();

    public static string Reference(int number) => $"{Number(number)} 0 R";

    /// <summary>Any text, as a string that every reader takes.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal)) packing.Write(content);
        return packed.ToArray();
    }

    private void Put(string text) => Put(Encoding.Latin1.GetBytes(text));

    private void Put(byte[] bytes)
    {
        output.Write(bytes);
        hash.AppendData(bytes);
        position += bytes.Length;
    }
}
