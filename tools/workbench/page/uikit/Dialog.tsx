import { Button, Modal } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import { FocusScope } from 'react-aria';
import { Blocks } from './Blocks';
import { textOf, viewButton } from './forms';
import { Problems } from './Problems';
import { StrayErrors } from './StrayErrors';
import { useEscape } from './useEscape';
import { useView, type SurfaceProps } from './view';

/** The modal on top. */
export function Dialog(props: SurfaceProps): ReactElement {
	const { surface, onAction } = props;
	const { values, setValue, submit, close, strayErrors } = useView(props);
	const submitButton = viewButton(surface.submit);
	const closeButton = viewButton(surface.close);

	useEscape(close);

	return (
		<Modal.Backdrop>
			<FocusScope contain restoreFocus autoFocus>
				<Modal open aria-modal="true" aria-labelledby="modal-title">
					<Modal.Header>
						<Modal.HeaderText>
							<Modal.Title id="modal-title">{textOf(surface.title)}</Modal.Title>
						</Modal.HeaderText>
						<Modal.Close aria-label="Close" onClick={close} />
					</Modal.Header>
					<Modal.Content>
						<form
							id="modal-form"
							// Fuselage makes a shown error a validity of the field, which would keep the form from being sent again.
							noValidate
							onSubmit={(event) => {
								event.preventDefault();
								submit();
							}}
						>
							{surface.problems.length > 0 && <Problems what="this view" problems={surface.problems} />}
							<StrayErrors errors={strayErrors} />
							<Blocks
								key={surface.viewId}
								surface="modal"
								blocks={surface.blocks}
								appId={surface.appId}
								viewId={surface.viewId}
								values={values}
								errors={surface.errors}
								onAction={(action) => onAction(action, surface.viewId)}
								onValue={setValue}
							/>
						</form>
					</Modal.Content>
					<Modal.Footer>
						<Modal.FooterControllers>
							{closeButton !== null && (
								<Button danger={closeButton.style === 'danger'} onClick={close}>
									{closeButton.text}
								</Button>
							)}
							{submitButton !== null && (
								<Button type="submit" form="modal-form" primary={submitButton.style !== 'danger'} danger={submitButton.style === 'danger'}>
									{submitButton.text}
								</Button>
							)}
						</Modal.FooterControllers>
					</Modal.Footer>
				</Modal>
			</FocusScope>
		</Modal.Backdrop>
	);
}
