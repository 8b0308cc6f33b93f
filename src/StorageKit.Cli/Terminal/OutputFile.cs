using System.Text;

namespace StorageKit.Cli.Terminal;

/// <summary>Writes a file beside its place and moves it there when it is whole: nobody ever sees half of it, and a run
/// that is stopped leaves what was there before.</summary>
internal static class OutputFile
{
    internal static void Write(string file, Action<TextWriter> write) => WriteAsync(file, writer =>
    {
        write(writer);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    internal static async Task WriteAsync(string file, Func<TextWriter, Task> write)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            throw new UsageException($"{file}: the folder {folder} does not exist; create it, or name another file.");
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            // For this user alone: results may hold what was stored.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var stream = new FileStream(beside, options))
            {
                await using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true)
                {
                    NewLine = "\n",
                };
                await write(text);
                await text.FlushAsync();
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, file, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
