namespace StorageKit.Memory.Tests.Stores;

/// <summary>Secrets and objects: the caller's arrays stay the caller's, keys are compared byte for byte.</summary>
public sealed class BytesTests
{
    [Fact]
    public async Task Arrays_given_and_returned_belong_to_the_caller()
    {
        await using var memory = await MemorySection.OpenAsync();
        var (secrets, objects) = (memory.Get<ICredentialStore>(), memory.Get<IObjectStore>());
        byte[] given = [1, 2, 3];
        await secrets.PutSecretAsync("k", given);
        await objects.WriteAsync("k", given);
        given[0] = 9;
        (await secrets.GetSecretAsync("k"))![1] = 9;
        (await objects.ReadAsync("k"))![1] = 9;
        Assert.Equal([1, 2, 3], (await secrets.GetSecretAsync("k"))!);
        Assert.Equal([1, 2, 3], (await objects.ReadAsync("k"))!);
    }

    [Fact]
    public async Task An_empty_value_is_there_and_a_secret_is_no_object()
    {
        await using var memory = await MemorySection.OpenAsync();
        var (secrets, objects) = (memory.Get<ICredentialStore>(), memory.Get<IObjectStore>());
        await secrets.PutSecretAsync("", ReadOnlyMemory<byte>.Empty);
        Assert.Empty((await secrets.GetSecretAsync(""))!);
        Assert.Null(await objects.ReadAsync(""));
        Assert.False(await objects.ExistsAsync(""));
        await secrets.DeleteSecretAsync("");
        await secrets.DeleteSecretAsync("");
        Assert.Null(await secrets.GetSecretAsync(""));
    }

    [Fact]
    public async Task Keys_that_only_look_alike_are_different_keys()
    {
        string[] keys =
        [
            "", "a", "A", "a ", "a/", "a/../a", "\0", "a\0", "é", "e\u0301", "ß", "ss", "I", "ı", "😀", "*", "a:b",
        ];
        await using var memory = await MemorySection.OpenAsync();
        var secrets = memory.Get<ICredentialStore>();
        for (var i = 0; i < keys.Length; i++) await secrets.PutSecretAsync(keys[i], new[] { (byte)i });
        for (var i = 0; i < keys.Length; i++) Assert.Equal([(byte)i], (await secrets.GetSecretAsync(keys[i]))!);
    }
}
