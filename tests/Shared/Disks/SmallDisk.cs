using System.Diagnostics;

namespace StorageKit.Testing.Disks;

/// <summary>A file system of its own with little room, so that it can be full while the machine's is not.</summary>
/// <remarks>A shell holds the mount and undoes it when this is disposed, or when the tests' process ends in whatever
/// way: it waits for the end of its standard input.</remarks>
internal sealed class SmallDisk : IDisposable
{
    const string Hold = """
        mount -t tmpfs -o "size=$1,mode=0755" storagekit-test "$2" || exit 1
        echo mounted
        cat > /dev/null
        umount -l "$2"
        [ -z "$3" ] || rmdir "$2"
        """;

    readonly Process _holder;
    readonly List<string> _fillers = [];

    /// <summary>Mounts it.</summary>
    /// <param name="size">How much fits, in bytes.</param>
    /// <param name="folder">An empty folder to mount it on; null for one of its own, which goes with it.</param>
    internal SmallDisk(int size, string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("storagekit-disk-").FullName;
        var start = new ProcessStartInfo("/bin/sh", ["-c", Hold, "sh", $"{size}", Folder, folder is null ? "own" : ""])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        _holder = Process.Start(start)!;
        if (_holder.StandardOutput.ReadLine() is "mounted") return;
        if (folder is null) Directory.Delete(Folder);
        throw new InvalidOperationException("tmpfs cannot be mounted here.");
    }

    internal string Folder { get; }

    /// <summary>Takes all the room that is left, to the last page.</summary>
    internal void Fill()
    {
        var path = Path.Combine(Folder, $"filler-{_fillers.Count}");
        _fillers.Add(path);
        var page = new byte[4096];
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0,
        });
        try
        {
            while (true) file.Write(page);
        }
        catch (IOException)
        {
            // ENOSPC: it is full, as it should be.
            return;
        }
    }

    /// <summary>Gives back what <see cref="Fill"/> took.</summary>
    internal void MakeRoom()
    {
        foreach (var path in _fillers) File.Delete(path);
        _fillers.Clear();
    }

    public void Dispose()
    {
        _holder.StandardInput.Close();
        _holder.WaitForExit();
        _holder.Dispose();
    }
}
