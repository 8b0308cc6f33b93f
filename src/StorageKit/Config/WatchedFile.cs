namespace StorageKit;

/// <summary>A file that is looked at each second. By content: files are replaced, mounted and linked in ways that
/// change notifications do not see.</summary>
/// <param name="path">The file.</param>
/// <param name="time">The clock of the seconds.</param>
internal sealed class WatchedFile(string path, TimeProvider time)
{
    static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    byte[] _seen = [];

    /// <summary>Takes the file as it is now for seen.</summary>
    internal async Task SeeAsync(CancellationToken cancellationToken) =>
        _seen = await ContentAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Calls back whenever the file is not what was seen last, until the token ends it.</summary>
    internal async Task RunAsync(Func<CancellationToken, Task> changed, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                var content = await ContentAsync(cancellationToken).ConfigureAwait(false);
                if (content.AsSpan().SequenceEqual(_seen)) continue;
                _seen = content;
                await changed(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Empty while the file is away: an editor may be about to put it back.</summary>
    async Task<byte[]> ContentAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
