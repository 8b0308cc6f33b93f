using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace StorageKit.Local;

/// <summary>Opens a file if it is a plain one: the system itself refuses a link, in the same step that opens, so that
/// nobody can put one there between a look and the opening; and a pipe or a device is not waited for.</summary>
internal static partial class PlainFile
{
    const int NotThere = 2, TooManyLinks = 40, NoDevice = 6;
    const int NonBlocking = 0x800, CloseOnExec = 0x80000; // reading only is 0

    // The one flag that Linux numbers by processor.
    static readonly int s_noFollow = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.Arm or Architecture.Arm64 or Architecture.Ppc64le => 0x8000,
        _ => 0x20000,
    };

    /// <summary>Whether this system's numbers are known here.</summary>
    internal static bool IsSupported => OperatingSystem.IsLinux();

    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there.</exception>
    /// <exception cref="StorageException">It is a link, a folder, a pipe or a device.</exception>
    internal static FileStream OpenToRead(string path)
    {
        var handle = Open(path, s_noFollow | NonBlocking | CloseOnExec);
        if (handle.IsInvalid) throw Failure(path, Marshal.GetLastPInvokeError());
        try
        {
            if (!IsPlain(handle)) throw NoPlainFile(path);
            return new(handle, FileAccess.Read, bufferSize: 0);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    static bool IsPlain(SafeFileHandle handle)
    {
        const int EmptyPath = 0x1000, Type = 1, TypeMask = 0xF000, Plain = 0x8000;
        Span<byte> status = stackalloc byte[256];
        if (Status(handle, "", EmptyPath, Type, ref MemoryMarshal.GetReference(status)) != 0)
            throw new IOException("The system could not tell what kind of file it is.", Marshal.GetLastPInvokeError());
        return (BitConverter.ToUInt16(status[28..]) & TypeMask) == Plain;
    }

    static Exception Failure(string path, int error) => error switch
    {
        NotThere when Directory.Exists(Path.GetDirectoryName(path)) => new FileNotFoundException(null, path),
        NotThere => new DirectoryNotFoundException(path),
        TooManyLinks => new StorageException(
            StorageErrorKind.Unauthorized,
            $"\"{path}\" is a link, and links can lead out of the root; put the file itself there"),
        NoDevice => NoPlainFile(path),
        1 or 13 => new UnauthorizedAccessException(Marshal.GetPInvokeErrorMessage(error)),
        _ => new IOException($"The system could not open it ({Marshal.GetPInvokeErrorMessage(error)}).", error),
    };

    static StorageException NoPlainFile(string path) => new(
        StorageErrorKind.Unauthorized,
        $"\"{path}\" is a folder, a pipe or a device; put a plain file there, or remove it");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);

    // The one call whose structure is the same on every processor: 256 bytes, the mode at 28.
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(SafeFileHandle folder, string path, int flags, uint mask, ref byte status);
}
