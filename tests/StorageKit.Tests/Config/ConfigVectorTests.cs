using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Config;

/// <summary>The reference's verdict about every shared configuration.</summary>
public sealed class ConfigVectorTests
{
    static readonly string[] BuiltIn = ["memory", "postgres", "redis"];

    static Registry Registry()
    {
        var registry = new Registry();
        foreach (var name in BuiltIn) registry.Add(SampleDriver.Reference(name));
        return registry;
    }

    [SharedDataFact(ConfigVector.Folder)]
    public void Every_configuration_has_the_outcome_of_the_reference()
    {
        var vectors = ConfigVector.All();
        Assert.NotEmpty(vectors);
        Assert.All(vectors, vector =>
        {
            var errors = ErrorsOf(vector, out var config);
            if (vector.IsOk)
            {
                Assert.NotNull(config);
                if (!vector.HasGap) Assert.Empty(errors);
                Assert.DoesNotContain(errors, error => error.Kind != ConfigErrorKind.Option);
                foreach (var (kind, driver) in vector.Selected)
                {
                    Assert.True(config.TryGetDriver(kind, out var selected));
                    Assert.Equal(driver, selected);
                }
                return;
            }
            var first = errors[0];
            Assert.Equal(ConfigVector.Text(vector.Outcome, "error"), first.Kind.ToString());
            if (ConfigVector.Text(vector.Outcome, "message") is not { } message) return;
            Assert.Equal(message, first.Message);
            Assert.Equal(ConfigVector.Text(vector.Outcome, "kind"), first.Contract);
            Assert.Equal(ConfigVector.Text(vector.Outcome, "name"), first.Driver);
            Assert.Equal(ConfigVector.Texts(vector.Outcome, "available"), first.Available);
        });
    }

    [SharedDataFact(ConfigVector.Folder)]
    public void No_secret_of_a_configuration_is_shown_by_anything()
    {
        var vectors = ConfigVector.All().Where(vector => vector.Secrets.Count > 0).ToList();
        Assert.NotEmpty(vectors);
        Assert.All(vectors, vector =>
        {
            var errors = ErrorsOf(vector, out var config);
            List<string> shown = [.. errors.Select(error => $"{error} {error.Message} {error.Hint} {error.Driver}")];
            if (config is not null)
            {
                shown.Add(config.ToString());
                shown.Add(config.Root.ToString());
                shown.AddRange(Registry().Warnings(config).Select(warning => warning.ToString()));
            }
            if (errors.Count > 0) shown.Add(new StorageConfigException(errors).ToString());
            foreach (var secret in vector.Secrets)
                Assert.DoesNotContain(shown, text => text.Contains(secret, StringComparison.Ordinal));
        });
    }

    [SharedDataFact(ConfigVector.Folder)]
    public async Task A_driver_that_cannot_be_built_is_reported_as_by_the_reference()
    {
        var vectors = ConfigVector.All().Where(vector => vector.Boot.Count > 0).ToList();
        Assert.NotEmpty(vectors);
        foreach (var vector in vectors)
        {
            var expected = vector.Boot.Select(kind => kind.Message).FirstOrDefault(message => message is not null);
            var opening = async () =>
                await (await BootRegistry().OpenAsync(StorageConfig.Load(vector.Path))).DisposeAsync();
            if (expected is null)
            {
                await opening();
                continue;
            }
            var error = Assert.Single((await Assert.ThrowsAsync<StorageConfigException>(opening)).Errors);
            Assert.Equal((ConfigErrorKind.Build, expected), (error.Kind, error.Message));
        }
    }

    static IReadOnlyList<ConfigError> ErrorsOf(ConfigVector vector, out StorageConfig? config)
    {
        config = null;
        try
        {
            config = StorageConfig.Load(vector.Path);
            return Registry().Validate(config);
        }
        catch (StorageConfigException e)
        {
            return e.Errors;
        }
    }

    /// <summary>The reference's drivers: memory has every contract, redis three of them, postgres none; the others are
    /// placeholders that cannot be built.</summary>
    static Registry BootRegistry() => new Registry()
        .Add(Partial("memory", SampleDriver.Six.Select(contract => contract.Kind)))
        .Add(Partial("postgres", []))
        .Add(Partial("redis", ["policy_store", "session_store", "rate_limit_counter"]));

    static DriverRegistration Partial(string name, IEnumerable<string> kinds) => new(name)
    {
        RequiresSection = true,
        BindOptions = static _ => new object(),
        Stores =
        [
            .. SampleDriver.Six.Select(contract => new StoreRegistration(
                typeof(EmptyStore), [contract],
                (_, _) => kinds.Contains(contract.Kind)
                    ? new(new EmptyStore())
                    : throw new StorageException(
                        StorageErrorKind.Backend,
                        $"storage driver \"{name}\" is not implemented yet (ships in Epic B)"))),
        ],
    };
}
