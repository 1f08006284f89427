import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { Controller, type Resolver, useForm } from 'react-hook-form';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { detailOf } from '#lib/client/http.ts';
import { createWebhook, updateWebhook } from '#lib/client/webhook-queries.ts';
import { AppError } from '#lib/errors.ts';
import type { CreateWebhook, CreateWebhookInput, Webhook } from '#lib/schemas/webhook.ts';
import { WEBHOOK_EVENT_NAMES, WEBHOOK_EVENTS, WEBHOOK_LIMITS } from '#lib/schemas/webhook-values.ts';
import classes from './settings.module.css';

type Props = {
  /** null: a new one. */
  webhook: Webhook | null;
  onClose: () => void;
  /** Hears the secret of a new one. */
  onSaved: (secret: string | null) => Promise<void>;
};

/** The schemas are read with the first check, not with the page. */
const checkForm: Resolver<CreateWebhookInput, unknown, CreateWebhook> = async (...form) => {
  const [{ zodResolver }, { createWebhookSchema }] = await Promise.all([
    import('@hookform/resolvers/zod'),
    import('#lib/schemas/webhook.ts'),
  ]);
  return zodResolver(createWebhookSchema)(...form);
};

/** Address, description and events of a webhook. */
export function WebhookDialog({ webhook, onClose, onSaved }: Props) {
  useReturnFocus();
  const form = useForm<CreateWebhookInput, unknown, CreateWebhook>({
    resolver: checkForm,
    defaultValues: {
      url: webhook?.url ?? '',
      description: webhook?.description ?? '',
      events: webhook?.events ?? WEBHOOK_EVENT_NAMES,
    },
  });
  const { errors, isSubmitting } = form.formState;
  const save = form.handleSubmit(async ({ url, description, events }) => {
    try {
      if (!webhook) return await onSaved((await createWebhook({ url, description, events })).secret);
      await updateWebhook(webhook.webhook_id, { url, description, events });
      await onSaved(null);
    } catch (error) {
      const isOfUrl = error instanceof AppError && error.errors?.[0]?.pointer === '#/url';
      form.setError(isOfUrl ? 'url' : 'root', { message: detailOf(error) });
    }
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size={600}
      title={webhook ? 'Edit webhook' : 'Add a webhook'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={classes.form} onSubmit={save} noValidate>
        <TextInput
          data-autofocus
          label="Address"
          placeholder="https://example.com/hooks/vidpipe"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          error={errors.url && urlWords(errors.url.type, errors.url.message)}
          {...form.register('url', { setValueAs: (value: string) => value.trim() })}
        />
        <TextInput
          mt="md"
          label="Description"
          maxLength={WEBHOOK_LIMITS.description}
          error={errors.description && 'This cannot be kept as it is. Take out unusual characters.'}
          {...form.register('description')}
        />
        <Controller
          control={form.control}
          name="events"
          render={({ field }) => (
            <Checkbox.Group
              mt="md"
              label="Events"
              value={field.value ?? []}
              onChange={field.onChange}
              error={errors.events && 'Choose at least one.'}
            >
              <div className={classes.events}>
                {WEBHOOK_EVENT_NAMES.map((name) => (
                  <Checkbox key={name} value={name} label={name} description={WEBHOOK_EVENTS[name]} />
                ))}
              </div>
            </Checkbox.Group>
          )}
        />
        {errors.root && (
          <p role="alert" className={classes.error}>
            {errors.root.message}
          </p>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="filled" disabled={isSubmitting}>
            {webhook ? 'Save webhook' : 'Add webhook'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** The schema's codes in words; the server's refusals are words already. */
function urlWords(type: string | undefined, message: string | undefined): string {
  if (message === 'not-an-address') return 'An address begins with https:// or http://.';
  if (message === 'too-long') return 'This address is too long.';
  return message ?? `This address is not valid (${type}).`;
}
