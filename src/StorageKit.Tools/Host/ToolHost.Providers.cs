namespace StorageKit.Tools;

public sealed partial class ToolHost
{
    /// <summary>Adds a provider; from now on components of the type that is its name can be registered. The host
    /// disposes it.</summary>
    /// <exception cref="ToolRegistrationException">There is a provider of this name, whatever the case of its
    /// letters.</exception>
    public void RegisterProvider(IToolProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentException.ThrowIfNullOrEmpty(provider.Name, nameof(provider));
        lock (_lock)
        {
            ThrowIfDisposed();
            if (_providers.TryGetValue(provider.Name, out var owner))
                throw new ToolRegistrationException(
                    $"The provider name {QuotedName.Of(provider.Name)} of {provider.GetType()} is taken by "
                    + $"{QuotedName.Of(owner.Name)} of {owner.GetType()}; one of them needs another name.");
            _providers.Add(provider.Name, provider);
        }
    }

    /// <summary>Closes the components of a provider as <see cref="UnregisterComponentAsync"/> does, then forgets and
    /// disposes it.</summary>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> UnregisterProviderAsync(
        string provider, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        IToolProvider? leaving;
        lock (_lock)
            if (!_providers.Remove(provider, out leaving))
                return false;
        await CloseAllAsync(component => component.Provider == leaving, cancellationToken).ConfigureAwait(false);
        await DisposeAsync(leaving).ConfigureAwait(false);
        return true;
    }

    /// <summary>Closes every component, waiting for calls under way at most as long as a call may take, then disposes
    /// the providers. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        List<IToolProvider> providers;
        lock (_lock)
        {
            _isDisposed = true;
            providers = [.. _providers.Values];
            _providers.Clear();
        }
        await CloseAllAsync(static _ => true, CancellationToken.None).ConfigureAwait(false);
        foreach (var provider in providers) await DisposeAsync(provider).ConfigureAwait(false);
    }

    async Task CloseAllAsync(Func<RegisteredComponent, bool> isMeant, CancellationToken cancellationToken)
    {
        List<string> names;
        lock (_lock) names = [.. _components.Values.Where(isMeant).Select(component => component.Component.Name)];
        await Task.WhenAll(names.Select(name => UnregisterComponentAsync(name, cancellationToken).AsTask()))
            .ConfigureAwait(false);
    }

    static async ValueTask DisposeAsync(IToolProvider provider)
    {
        if (provider is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(false);
        else (provider as IDisposable)?.Dispose();
    }
}
