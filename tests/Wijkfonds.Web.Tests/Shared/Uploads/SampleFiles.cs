using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Tests.Shared.Uploads;

/// <summary>Small files made here, byte by byte: no picture of anybody's.</summary>
public static class SampleFiles
{
    /// <summary>A grey JPEG of 16 by 16 dots, baseline, one component; with what is put before its tables and after its end.</summary>
    public static byte[] Jpeg(byte[]? before = null, byte[]? after = null)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        file.Write(before ?? []);
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)16, 64)]);
        Segment(file, 0xC0, [8, 0, 16, 0, 16, 1, 1, 0x11, 0]);
        // One code each: DC category 0 and end of block, both one bit.
        Segment(file, 0xC4, [0x00, 1, .. new byte[15], 0]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
        file.Write([0x00]);
        file.Write([0xFF, 0xD9]);
        file.Write(after ?? []);
        return file.ToArray();
    }

    /// <summary>Exif as a phone writes it: turned, made at a place.</summary>
    public static byte[] Exif(int orientation, bool little = true)
    {
        byte[] tiff = new byte[160];
        var at = 0;
        void Half(int value) { if (little) BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), (ushort)value); else BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), (ushort)value); at += 2; }
        void Whole(int value) { if (little) BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at), value); else BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at), value); at += 4; }
        (little ? "II"u8 : "MM"u8).CopyTo(tiff);
        at = 2;
        Half(42); Whole(8);
        Half(3);
        Half(0x010F); Half(2); Whole(9); Whole(60);
        Half(0x0112); Half(3); Whole(1); Half(orientation); Half(0);
        Half(0x8825); Half(4); Whole(1); Whole(80);
        Whole(0);
        "MyPhone 9"u8.CopyTo(tiff.AsSpan(60));
        "GPS 52.3555,6.6540 thuis bij Rosa"u8.CopyTo(tiff.AsSpan(100));
        return Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    public static byte[] Segment(byte marker, byte[] payload) => [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];

    private static void Segment(Stream to, byte marker, byte[] payload) => to.Write(Segment(marker, payload));

    /// <summary>A PNG of 2 by 2 dots, with chunks of others between head and dots, and what is put after its end.</summary>
    public static byte[] Png(byte[]? after = null, params (string Name, byte[] Data)[] chunks)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]);
        Chunk(file, "IHDR", [0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
        foreach (var (name, data) in chunks) Chunk(file, name, data);
        using var dots = new MemoryStream();
        using (var zlib = new ZLibStream(dots, CompressionLevel.Optimal, true)) zlib.Write([0, 10, 200, 0, 200, 10]);
        Chunk(file, "IDAT", dots.ToArray());
        Chunk(file, "IEND", []);
        file.Write(after ?? []);
        return file.ToArray();
    }

    public static byte[] Pdf(string inside = "") => Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n{inside}trailer<</Root 1 0 R>>\n%%EOF\n");

    private static void Chunk(Stream to, string name, byte[] data) => PngChunk.Put(to, Encoding.ASCII.GetBytes(name), data);

    /// <summary>The check of a chunk, computed bit by bit: apart from the table that the site uses.</summary>
    private static class PngChunk
    {
        public static void Put(Stream to, byte[] name, byte[] data)
        {
            var four = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(four, data.Length);
            to.Write(four);
            to.Write(name);
            to.Write(data);
            var check = uint.MaxValue;
            foreach (var b in name.Concat(data))
            {
                check ^= b;
                for (var i = 0; i < 8; i++) check = (check & 1) == 1 ? (check >> 1) ^ 0xEDB88320 : check >> 1;
            }
            BinaryPrimitives.WriteUInt32BigEndian(four, check ^ uint.MaxValue);
            to.Write(four);
        }
    }
}
