using System.Security.Cryptography;
using System.Text;
using StorageKit;

namespace Drivers.NNumber;

[StorageDriver("file-credentials-Number")]
public sealed class FileCredentialsNumber(FileCredentialsNumber.Options options) : ICredentialStore
{
    [StorageOptions]
    public sealed class Options
    {
        public required string Root { get; init; }
    }

    public async ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(key), cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (IOException e)
        {
            throw new StorageException(StorageErrorKind.Backend, e.GetType().Name);
        }
    }

    public async ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        var path = PathOf(key);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        await using (var stream = new FileStream(
            temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, FileOptions.Asynchronous))
        {
            await stream.WriteAsync(value, cancellationToken).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        try
        {
            File.Delete(PathOf(key));
        }
        catch (DirectoryNotFoundException)
        {
            return default;
        }
        return default;
    }

    string PathOf(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return Path.Combine(options.Root, $"{name}.bin");
    }
}
