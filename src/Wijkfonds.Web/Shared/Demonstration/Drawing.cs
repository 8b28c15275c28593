using System.Buffers.Binary;
using System.IO.Compression;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Small pictures drawn by rule, for the demonstration's teams: a street with what they made, and a till receipt. Nobody's photos.</summary>
public sealed partial class Drawing
{
    private const int Width = 720, Height = 480;
    private readonly byte[] dots = new byte[Width * Height * 3];

    /// <summary>A street under a sky. The number makes it another street: other houses, other weather.</summary>
    public static byte[] Street(int number, Made made)
    {
        var picture = new Drawing();
        for (var y = 0; y < Height; y++) picture.Box(0, y, Width, 1, (150 + y / 5, 195 + y / 9, 225));
        picture.Disc(90 + number * 130 % 540, 80, 38, (250, 214, 110));
        for (var i = 0; i < 5; i++)
        {
            var (left, high) = (i * 150 - 20, 150 + (number * 37 + i * 53) % 60);
            picture.Box(left, 330 - high, 138, high, i % 2 == number % 2 ? (168, 92, 70) : (196, 130, 92));
            for (var roof = 0; roof < 40; roof++) picture.Box(left + roof, 330 - high - roof, 138 - 2 * roof, 1, (92, 62, 58));
            for (var window = 0; window < 2; window++) picture.Box(left + 18 + window * 62, 350 - high, 38, 46, (228, 238, 240));
            picture.Box(left + 54, 264, 30, 66, (58, 96, 84));
        }
        picture.Box(0, 330, Width, 60, (190, 184, 172));
        picture.Box(0, 390, Width, 90, (126, 164, 96));
        picture.Put(made);
        return picture.Png();
    }

    /// <summary>A paper with lines, as a till prints it.</summary>
    public static byte[] Receipt(int number)
    {
        var picture = new Drawing();
        picture.Box(0, 0, Width, Height, (120, 110, 100));
        picture.Box(240, 20, 240, 440, (250, 248, 240));
        for (var line = 0; line < 14; line++)
        {
            picture.Box(262, 50 + line * 27, 60 + (number * 31 + line * 47) % 80, 7, (70, 70, 74));
            picture.Box(410, 50 + line * 27, 46, 7, (70, 70, 74));
        }
        return picture.Png();
    }

    private void Box(int left, int top, int wide, int high, (int R, int G, int B) colour)
    {
        for (var y = Math.Max(0, top); y < Math.Min(Height, top + high); y++)
            for (var x = Math.Max(0, left); x < Math.Min(Width, left + wide); x++) Dot(x, y, colour);
    }

    private void Disc(int middle, int centre, int radius, (int R, int G, int B) colour)
    {
        for (var y = -radius; y <= radius; y++)
            for (var x = -radius; x <= radius; x++)
                if (x * x + y * y <= radius * radius && middle + x is >= 0 and < Width && centre + y is >= 0 and < Height) Dot(middle + x, centre + y, colour);
    }

    private void Dot(int x, int y, (int R, int G, int B) colour)
    {
        var at = (y * Width + x) * 3;
        (dots[at], dots[at + 1], dots[at + 2]) = ((byte)Math.Min(255, colour.R), (byte)Math.Min(255, colour.G), (byte)Math.Min(255, colour.B));
    }

    private byte[] Png()
    {
        using var lines = new MemoryStream();
        using (var zlib = new ZLibStream(lines, CompressionLevel.Optimal, true))
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(dots, y * Width * 3, Width * 3);
            }
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2);
        using var file = new MemoryStream();
        file.Write(PngPicture.Signature);
        PngPicture.Put(file, "IHDR"u8, head);
        PngPicture.Put(file, "IDAT"u8, lines.ToArray());
        PngPicture.Put(file, "IEND"u8, []);
        return file.ToArray();
    }
}
